using Commonstead.Core;
using Commonstead.Members;
using Commonstead.People;

namespace Commonstead.Governance;

/// <summary>Somebody who is entitled to vote in a body: a director, or a member by whoever votes for it.</summary>
/// <param name="Person">Who votes.</param>
/// <param name="Member">The membership; null for a director.</param>
/// <param name="Name">What the vote is called: the director, or the member.</param>
/// <param name="Class">The class's code.</param>
public sealed record Elector(PersonId Person, MemberId? Member, string Name, string Class);

/// <summary>Who is entitled to vote in a body on a day, whoever asks.</summary>
public sealed class Electorate(IMembers members, BoardRegister board, IPeople people)
{
    /// <summary>Everyone entitled: the directors in office, or every member of the body.</summary>
    public async Task<IReadOnlyList<Elector>> On(string body, DateOnly day)
    {
        if (body != BodyCodes.Board)
        {
            var roll = await members.RollOn(day, body == BodyCodes.Members ? null : [body]);
            return [.. roll.Select(m => new Elector(m.Person, m.Id, m.Name, m.Class))];
        }

        var sitting = await board.On(day);
        var names = await people.Names([.. sitting.Select(d => d.Person)]);
        return [.. sitting.Select(d => new Elector(d.Person, null, names.GetValueOrDefault(d.Person, ""), d.Class))];
    }

    /// <summary>True when a person votes in a body on a day.</summary>
    public async Task<bool> Has(string body, PersonId person, DateOnly day) => body == BodyCodes.Board
        ? (await board.On(day)).Exists(d => d.Person == person)
        : (await members.VotesOf(person, day)).Any(v => body == BodyCodes.Members || v.Class == body);

    /// <summary>How many votes a share of everyone entitled counts; 0 when the registers have none.</summary>
    public async Task<int> Count(string body, DateOnly day) => body == BodyCodes.Board
        ? await board.Entire(day)
        : (await members.RollOn(day, body == BodyCodes.Members ? null : [body])).Count;
}
