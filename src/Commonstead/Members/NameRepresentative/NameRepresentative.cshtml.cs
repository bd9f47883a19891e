using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Members;

/// <summary>Finds the person, and names them.</summary>
public sealed class NameRepresentativeModel(
    OperationRunner runner, MemberRegister members, NameRepresentative name, FormChoices choices, Acting acting)
    : MemberForm<NameRepresentativeInput>(runner, members, name)
{
    /// <summary>Who was found.</summary>
    public FoundPersons Found { get; private set; } = FoundPersons.Nobody;

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        var asked = Request.Query["who"].ToString();
        Found = await choices.Persons(asked.Length > 0 ? asked : Input.Person?.ToString());
        if (isNew) Input.From = acting.Today;
    }
}
