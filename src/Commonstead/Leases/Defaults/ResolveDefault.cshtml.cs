using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Leases;

/// <summary>The form for what came of a default.</summary>
public sealed class ResolveDefaultModel(
    OperationRunner runner, LeaseRegister leases, ResolveDefault operation, IStringLocalizer<Words> words)
    : LeaseForm<ResolveDefaultInput, DefaultNoticeId>(runner, leases, operation)
{
    /// <summary>The notice, as the address names it.</summary>
    [FromRoute(Name = "notice")]
    public DefaultNoticeId NoticeId { get; set; }

    /// <summary>The notice.</summary>
    internal DefaultNotice Resolved { get; private set; } = null!;

    /// <summary>What may come of it.</summary>
    public IReadOnlyList<SelectListItem> Outcomes =>
    [
        .. DefaultNotice.OutcomesOf(Resolved.Kind)
            .Select(o => new SelectListItem(words[o.ToReader()], o.ToString())),
    ];

    /// <inheritdoc/>
    protected override string Part => "defaults";

    /// <inheritdoc/>
    protected override void TakeFromAddress() => Input.Default = NoticeId;

    /// <inheritdoc/>
    protected override Task<bool> Prepare(bool isNew)
    {
        Resolved = View.History.Defaults.FirstOrDefault(d => d.Id == NoticeId)!;
        return Task.FromResult(Resolved is { IsOpen: true } || (Resolved is not null && !isNew));
    }
}
