using Commonstead.People;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Commonstead.Ballots;

/// <summary>What voters are told by mail. Nothing in it lets anyone vote who cannot sign in as the voter.</summary>
public sealed class BallotMail(Outbox outbox, IPeople people, Acting acting, IStringLocalizer<Words> words)
{
    /// <summary>Tells everyone on a roll that the ballot is open, once, however many votes she casts.</summary>
    internal async Task IsOpen(Ballot ballot, IReadOnlyList<RollEntry> roll, string address)
    {
        var voters = roll.Select(e => e.Voter).Distinct().ToList();
        var entries = await people.Entries(voters);
        var subject = words["Vote now: {0}", ballot.Title];
        var closes = ballot.ClosesAt.ToReader(acting.Profile.Zone, acting.Profile.Culture);
        var rest = string.Join("\n\n", [
            words["The ballot “{0}” is open until {1}.", ballot.Title, closes],
            words["Sign in and vote at {0}", address],
            words["Your paper is sealed before it is stored, and you are shown a receipt: keep it."],
            acting.Profile.Name,
        ]);
        await outbox.AddMany(voters.Select(entries.GetValueOrDefault).Where(e => e?.Email is not null)
            .Select(e => new MailDraft(e!.Email!, subject, $"{words["Dear {0},", e.Name]}\n\n{rest}", e.Id.Value)));
    }
}
