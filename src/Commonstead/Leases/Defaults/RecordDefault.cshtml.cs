using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Leases;

/// <summary>The form for a notice of default.</summary>
public sealed class RecordDefaultModel(OperationRunner runner, LeaseRegister leases, RecordDefault operation)
    : LeaseForm<RecordDefaultInput, DefaultNoticeId>(runner, leases, operation)
{
    /// <summary>The mortgage a lender's notice is about, when the form is reached from it.</summary>
    [FromQuery(Name = "mortgage")]
    public MortgageId? About { get; set; }

    /// <summary>The mortgages that stand.</summary>
    public IReadOnlyList<SelectListItem> Mortgages { get; private set; } = [];

    /// <summary>The usual deadlines.</summary>
    internal LeaseSettings Settings { get; private set; } = null!;

    /// <inheritdoc/>
    protected override string Part => "defaults";

    /// <inheritdoc/>
    protected override async Task<bool> Prepare(bool isNew)
    {
        Settings = await Leases.Settings();
        Mortgages =
        [
            .. View.History.Mortgages.Where(m => m.ReleasedOn is null)
                .Select(m => new SelectListItem($"{m.Lender}, {m.MadeOn:yyyy}", m.Id.ToString())),
        ];
        if (isNew && About is { } about) (Input.Kind, Input.Mortgage) = (DefaultKind.Lender, about);
        return true;
    }
}
