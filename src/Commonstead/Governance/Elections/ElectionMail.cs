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
    internal Task Notice(Election election, IReadOnlyList<Elector> electors)
    {
        var text = new StringBuilder();
        text.AppendLine(words["You elect to the board: {0}.", election.Title]).AppendLine();
        text.AppendLine(words[
            "Seats: {0}, from {1} to {2}.", election.Seats, election.From.ToReader(), election.Until.ToReader()]);
        text.AppendLine(words[
            "Nominations are taken from {0} until {1}.", election.NominationsFrom.ToReader(),
            Closes(election)]);
        text.AppendLine()
            .AppendLine(words["Each candidate needs a proposer and a seconder who vote in this election."]);
        text.AppendLine().AppendLine(Here(election.PageAt()));
        return mail.Tell(
            electors.Select(e => e.Person), words["Nominations: {0}", election.Title], text.ToString().TrimEnd());
    }

    /// <summary>Reminds everyone who votes that nominations close soon.</summary>
    internal Task Remind(Election election, IReadOnlyList<Elector> electors, string? page) => mail.Tell(
        electors.Select(e => e.Person), words["Nominations close soon: {0}", election.Title],
        words["Nominations for “{0}” are taken until {1}.", election.Title, Closes(election)],
        words["So far {0} candidates are nominated in full, for {1} seats.",
            election.Nominations.Count(n => n.IsComplete), election.Seats],
        Here(page));

    /// <summary>Tells a candidate what is missing of the nomination.</summary>
    internal Task RemindCandidate(Election election, Nomination nomination, string? page) => mail.Tell(
        [nomination.Person], words["Your nomination is not complete: {0}", election.Title],
        words["Without a proposer, a seconder and your own consent you do not stand for “{0}”.", election.Title],
        words["Missing until {0}: {1}.", Closes(election), string.Join(", ", Missing(nomination))],
        Here(page));

    /// <summary>Asks whoever is proposed whether they stand.</summary>
    /// <returns>How many letters were queued: none for whoever has no e-mail address.</returns>
    internal Task<int> AskConsent(Election election, Nomination nomination) => mail.Tell(
        [nomination.Person], words["Will you stand? {0}", election.Title],
        words["Somebody proposes you for a seat on the board: {0}.", election.Title],
        words["You stand only if you consent, until {0}. If you do not want to, you need do nothing.",
            Closes(election)],
        Here(election.PageAt()));

    /// <summary>Asks somebody whom a candidate named to propose or second them.</summary>
    internal Task<int> AskSupport(Election election, Nomination nomination, PersonId person) => mail.Tell(
        [person], words["Will you support {0}? {1}", nomination.Name, election.Title],
        words["{0} stands for a seat on the board and asks you to propose or second the nomination: {1}.",
            nomination.Name, election.Title],
        words["You can until {0}, and you need not.", Closes(election)],
        Here(election.PageAt()));

    /// <summary>Tells those whom a nomination on paper names that it was entered.</summary>
    internal Task<int> TellNamed(Election election, Nomination nomination) => mail.Tell(
        new[] { nomination.Proposer, nomination.Seconder }.OfType<PersonId>(),
        words["You support {0}: {1}", nomination.Name, election.Title],
        words["A nomination of {0} for “{1}” was received on paper. It names you as proposer or seconder.",
            nomination.Name, election.Title],
        words["If you did not sign it, tell the board at once."]);

    /// <summary>Tells that an election is not held.</summary>
    internal Task CalledOff(Election election, IReadOnlyList<Elector> electors) => mail.Tell(
        electors.Select(e => e.Person), words["Called off: {0}", election.Title],
        words["This election is not held: {0}.", election.Title], election.CalledOffBecause);

    private IEnumerable<string> Missing(Nomination nomination)
    {
        if (nomination.ConsentedOn is null) yield return words["your consent"];
        if (nomination.Proposer is null) yield return words["a proposer"];
        if (nomination.Seconder is null) yield return words["a seconder"];
    }

    private string Closes(Election election) =>
        election.NominationsUntil.ToReader(acting.Profile.Zone, acting.Profile.Culture);

    private string Here(string? page) => page is null
        ? words["Sign in and open the election."] : words["Stand, propose or second here: {0}", page];
}
