using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Commonstead.Ballots;

/// <summary>What voters are told by mail. Nothing in it lets anyone vote who cannot sign in as the voter.</summary>
public sealed class BallotMail(PersonMail mail, Acting acting, IStringLocalizer<Words> words)
{
    /// <summary>Tells everyone on a roll that the ballot is open, once, however many votes she casts.</summary>
    internal Task<int> IsOpen(Ballot ballot, IReadOnlyList<RollEntry> roll, string address) => mail.Tell(
        roll.Select(e => e.Voter), words["Vote now: {0}", ballot.Title],
        words["The ballot “{0}” is open until {1}.", ballot.Title, Closes(ballot)],
        words["Sign in and vote at {0}", address],
        words["Your paper is sealed before it is stored, and you are shown a receipt: keep it."]);

    /// <summary>Reminds those who have not voted.</summary>
    internal Task<int> Remind(Ballot ballot, IReadOnlyList<PersonId> voters, string? address) => mail.Tell(
        voters, words["Still to vote: {0}", ballot.Title],
        words["The ballot “{0}” closes on {1}, and your paper is not in the box.", ballot.Title, Closes(ballot)],
        address is null ? words["Sign in and vote."] : words["Sign in and vote at {0}", address],
        words["If you cannot sign in, ask a returning officer for a voting code, or for a paper."]);

    /// <summary>Tells a voter that somebody was given a code to vote in her name.</summary>
    internal Task<int> CodeWasIssued(Ballot ballot, PersonId voter) => mail.Tell(
        [voter], words["A voting code for you: {0}", ballot.Title],
        words["A returning officer made a code by which you vote in “{0}” without an account.", ballot.Title],
        words["If you did not ask for it, tell the board at once."]);

    private string Closes(Ballot ballot) => ballot.ClosesAt.ToReader(acting.Profile.Zone, acting.Profile.Culture);
}
