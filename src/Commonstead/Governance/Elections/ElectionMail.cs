using System.Text;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>What the voters of an election are told by mail before they vote.</summary>
public sealed class ElectionMail(PersonMail mail, Acting acting, IStringLocalizer<Words> words)
{
    /// <summary>Gives notice, and asks for nominations.</summary>
    internal Task Notice(Election election, IReadOnlyList<Elector> electors, string address)
    {
        var text = new StringBuilder();
        text.AppendLine(words["You elect to the board: {0}.", election.Title]).AppendLine();
        text.AppendLine(words[
            "Seats: {0}, from {1} to {2}.", election.Seats, election.From.ToReader(), election.Until.ToReader()]);
        text.AppendLine(words[
            "Nominations are taken from {0} until {1}.", election.NominationsFrom.ToReader(),
            election.NominationsUntil.ToReader(acting.Profile.Zone, acting.Profile.Culture)]);
        text.AppendLine()
            .AppendLine(words["Each candidate needs a proposer and a seconder who vote in this election."]);
        text.AppendLine().AppendLine(words["Stand, propose or second here: {0}", address]);
        return mail.Tell(
            electors.Select(e => e.Person), words["Nominations: {0}", election.Title], text.ToString().TrimEnd());
    }

    /// <summary>Tells that an election is not held.</summary>
    internal Task CalledOff(Election election, IReadOnlyList<Elector> electors) => mail.Tell(
        electors.Select(e => e.Person), words["Called off: {0}", election.Title],
        words["This election is not held: {0}.", election.Title], election.CalledOffBecause);
}
