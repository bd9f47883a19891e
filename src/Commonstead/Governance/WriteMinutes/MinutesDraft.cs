using System.Globalization;
using System.Text;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>Minutes as they can be told from what was recorded: who was there, what was moved, how it was voted on.
/// </summary>
public sealed class MinutesDraft(
    MeetingRegister register, IPeople people, Acting acting, IStringLocalizer<Words> words)
{
    /// <summary>Drafts a meeting's minutes.</summary>
    internal async Task<string> Of(Meeting meeting)
    {
        var attendances = await register.Attendances(meeting.Id);
        var resolutions = await register.Resolutions(meeting);
        var amendments = await register.Amendments(meeting.Id);
        var decisions = resolutions.SelectMany(r => r.Decisions).Where(d => d.Source == meeting.Id.Value).ToList();
        var names = await people.NamesOf([
            .. attendances.SelectMany(a => (PersonId?[])[a.Person, a.Proxy]),
            .. decisions.SelectMany(d => (PersonId?[])[d.MovedBy, d.SecondedBy]),
            .. amendments.SelectMany(a => (PersonId?[])[a.MovedBy, a.SecondedBy]),
        ]);
        string NameOf(PersonId? id) => id is { } one ? names.GetValueOrDefault(one, "") : "";
        var text = new StringBuilder();
        text.AppendLine(meeting.Title).AppendLine(At(meeting.StartsAt)).AppendLine(meeting.Place).AppendLine();
        text.AppendLine(words["Opened: {0}.", At(meeting.OpenedAt!.Value)]);
        text.AppendLine(words["Entitled to vote: {0}. Votes that were present at any time: {1}.", meeting.Entitled,
            attendances.Select(a => (a.Person, a.Member)).Distinct().Count()]);
        if (meeting.Waiver.Length > 0) text.AppendLine(words["Notice was waived: {0}", meeting.Waiver]);
        text.AppendLine().AppendLine(words["Present"]);
        foreach (var one in attendances)
        {
            var way = one.Proxy is null ? words[one.Way.ToReader()] : words["by proxy: {0}", NameOf(one.Proxy)];
            text.Append(CultureInfo.InvariantCulture, $"- {NameOf(one.Person)}, {way}").AppendLine();
        }

        foreach (var earlier in await register.ApprovedBy(meeting))
            text.AppendLine().AppendLine(words["The minutes of “{0}” were approved.", earlier]);
        foreach (var item in meeting.Agenda.OrderBy(i => i.Number))
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"{item.Number}. {item.Title}").AppendLine();
            if (item.Text.Length > 0) text.AppendLine(item.Text);
            if (resolutions.Find(r => r.Id == item.Resolution) is not { } resolution) continue;
            foreach (var amendment in amendments.Where(a => a.Resolution == resolution.Id))
            {
                text.AppendLine(words["Amendment: {0}", amendment.After]);
                Vote(amendment.MovedBy, amendment.SecondedBy, amendment.For, amendment.Against, amendment.Abstain,
                    amendment.Carried);
            }

            text.AppendLine(words["Resolution {0}: {1}", resolution.Number, resolution.Text]);
            if (!decisions.Exists(d => d.Resolution == resolution.Id))
                text.AppendLine(words["It was not put to the vote."]);
            foreach (var decision in decisions.Where(d => d.Resolution == resolution.Id))
            {
                Vote(decision.MovedBy, decision.SecondedBy, decision.For, decision.Against, decision.Abstain,
                    decision.Passed);
            }
        }

        text.AppendLine().AppendLine(words["Closed: {0}.", At(meeting.ClosedAt ?? acting.Now)]);
        return text.ToString();

        void Vote(PersonId? mover, PersonId? second, int inFavour, int against, int abstain, bool carried)
        {
            if (mover is not null)
                text.AppendLine(words["Moved by {0}, seconded by {1}.", NameOf(mover), NameOf(second)]);
            text.AppendLine(words["{0} for, {1} against, {2} abstained: {3}.", inFavour, against, abstain,
                words[carried ? "carried" : "not carried"]]);
        }
    }

    private string At(DateTime instant) => instant.ToReader(acting.Profile.Zone, acting.Profile.Culture);
}
