using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Commonstead.People;

/// <summary>Letters from the trust to persons of the register.</summary>
public sealed class PersonMail(Outbox outbox, IPeople people, Acting acting, IStringLocalizer<Words> words)
{
    /// <summary>
    /// Queues a letter to everyone who has an e-mail address, once each, by name and from the trust.
    /// </summary>
    /// <param name="persons">Whom it is to; those named twice get it once.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="parts">The text, paragraph by paragraph.</param>
    /// <returns>How many were queued.</returns>
    public async Task<int> Tell(IEnumerable<PersonId> persons, string subject, params string[] parts)
    {
        var once = persons.Distinct().ToList();
        var entries = await people.Entries(once);
        var rest = string.Join("\n\n", [.. parts, acting.Profile.Name]);
        return await outbox.AddMany(once.Select(entries.GetValueOrDefault).Where(e => e?.Email is not null)
            .Select(e => new MailDraft(e!.Email!, subject, $"{words["Dear {0},", e.Name]}\n\n{rest}", e.Id.Value)));
    }
}
