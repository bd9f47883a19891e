using System.Globalization;
using System.Text;
using Commonstead.People;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>What people are told of meetings by mail: once each, however many votes they cast.</summary>
public sealed class MeetingMail(PersonMail mail, Acting acting, IStringLocalizer<Words> words)
{
    /// <summary>Gives notice.</summary>
    internal Task Notice(
        Meeting meeting, IReadOnlyList<Elector> electors, ILookup<Guid, Document> papers, string site)
    {
        var text = new StringBuilder();
        text.AppendLine(words["You are called to: {0}.", meeting.Title]).AppendLine();
        text.AppendLine(When(meeting)).AppendLine();
        if (meeting.Place.Length > 0) text.AppendLine(words["Place: {0}", meeting.Place]);
        if (meeting.Online.Length > 0) text.AppendLine(words["Online: {0}", meeting.Online]);
        text.AppendLine().AppendLine(words["Agenda"]);
        foreach (var item in meeting.Agenda.OrderBy(i => i.Number))
        {
            text.Append(CultureInfo.InvariantCulture, $"{item.Number}. {item.Title}").AppendLine();
            foreach (var paper in papers[item.Id.Value]) text.AppendLine($"   {Line(paper, site)}");
        }

        if (meeting.NeedsWaiver)
        {
            text.AppendLine()
                .AppendLine(words["This notice comes late: nothing is decided unless everyone waives it."]);
        }

        if (papers.Contains(meeting.Id.Value))
        {
            text.AppendLine().AppendLine(words["Papers for the whole meeting"]);
            foreach (var paper in papers[meeting.Id.Value]) text.AppendLine(Line(paper, site));
        }

        text.AppendLine().AppendLine(words["The meeting with its papers: {0}", $"{site}/meetings/{meeting.Id}"]);
        return mail.Tell(
            electors.Select(e => e.Person), words["Notice: {0}", meeting.Title], text.ToString().TrimEnd());
    }

    /// <summary>Tells that a meeting is not held.</summary>
    internal Task CalledOff(Meeting meeting, IReadOnlyList<Elector> electors) => mail.Tell(
        electors.Select(e => e.Person), words["Called off: {0}", meeting.Title],
        words["This meeting is not held: {0}.", meeting.Title], When(meeting), meeting.CancelledBecause);

    private static string Line(Document paper, string site) => $"{paper.Title}: {site}/documents/{paper.Id}";

    private string When(Meeting meeting) => meeting.StartsAt.ToReader(acting.Profile.Zone, acting.Profile.Culture);
}
