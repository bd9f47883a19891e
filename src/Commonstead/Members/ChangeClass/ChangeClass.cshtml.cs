using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Members;

/// <summary>The form for another class.</summary>
public sealed class ChangeClassModel(
    OperationRunner runner, MemberRegister members, ChangeClass change, FormChoices choices, Acting acting)
    : MemberForm<ChangeClassInput>(runner, members, change)
{
    /// <summary>The classes that have members.</summary>
    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        Classes = await choices.Classes();
        if (isNew) (Input.Class, Input.From) = (Member.Class, acting.Today);
    }
}
