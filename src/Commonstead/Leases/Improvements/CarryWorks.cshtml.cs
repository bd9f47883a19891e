using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Leases;

/// <summary>The form for the answer to a notice of works, or for their finish.</summary>
public sealed class CarryWorksModel(
    OperationRunner runner, LeaseRegister leases, CarryWorks operation, IStringLocalizer<Words> words)
    : LeaseForm<CarryWorksInput, ImprovementId>(runner, leases, operation)
{
    /// <summary>The works, as the address names them.</summary>
    [FromRoute(Name = "works")]
    public ImprovementId WorksId { get; set; }

    /// <summary>The works.</summary>
    internal Improvement Works { get; private set; } = null!;

    /// <summary>The trust's possible answers.</summary>
    public IReadOnlyList<SelectListItem> Answers =>
        [.. new[] { WorksStep.Approve, WorksStep.Decline }.Select(s => new SelectListItem(words[s.ToReader()],
            s.ToString()))];

    /// <inheritdoc/>
    protected override string Part => "improvements";

    /// <inheritdoc/>
    protected override void TakeFromAddress() => Input.Works = WorksId;

    /// <inheritdoc/>
    protected override Task<bool> Prepare(bool isNew)
    {
        Works = View.History.Improvements.FirstOrDefault(i => i.Id == WorksId)!;
        return Task.FromResult(Works is not null);
    }
}
