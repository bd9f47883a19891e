using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Members;

/// <summary>The form that ends a membership.</summary>
public sealed class EndMembershipModel(
    OperationRunner runner, MemberRegister members, EndMembership end, Acting acting, IStringLocalizer<Words> words)
    : MemberForm<EndMembershipInput>(runner, members, end)
{
    /// <summary>The reasons somebody may give.</summary>
    public IReadOnlyList<SelectListItem> Reasons =>
        [.. EndMembership.Reasons.Select(r => new SelectListItem(words[Member.InWords(r)], r.ToString()))];

    /// <inheritdoc/>
    protected override Task Prepare(bool isNew)
    {
        if (isNew) Input.On = acting.Today;
        return Task.CompletedTask;
    }
}
