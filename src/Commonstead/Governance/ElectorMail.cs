using Commonstead.People;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>What those entitled to vote are told by mail: once each, however many votes they cast.</summary>
public sealed class ElectorMail(Outbox outbox, IPeople people, Acting acting, IStringLocalizer<Words> words)
{
    /// <summary>Tells everyone who has a mail address.</summary>
    internal async Task Tell(IReadOnlyList<Elector> electors, string subject, string text)
    {
        var persons = electors.Select(e => e.Person).Distinct().ToList();
        var entries = await people.Entries(persons);
        await outbox.AddMany(persons.Select(entries.GetValueOrDefault).Where(e => e?.Email is not null)
            .Select(e => new MailDraft(
                e!.Email!, subject, $"{words["Dear {0},", e.Name]}\n\n{text}\n{acting.Profile.Name}", e.Id.Value)));
    }
}
