using Commonstead.People;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>Looks whether somebody who asks to join stands in the register of people, or of members, already.</summary>
public sealed class KnownPersons(TrustDb db, IPeople people)
{
    private const int Most = 20;

    /// <summary>Persons with the same address or the same name, those with both first.</summary>
    internal async Task<IReadOnlyList<PersonMatch>> Like(string email, string? givenName, string familyName)
    {
        var name = string.IsNullOrWhiteSpace(givenName) ? familyName.Trim() : $"{givenName.Trim()} {familyName.Trim()}";
        var byName = (await people.Named([name])).GetValueOrDefault(name) ?? [];
        IReadOnlyList<PersonMatch> byMail = email.Length > 0 ? await people.Find(email, Most) : [];
        return
        [
            .. byMail.Concat(byName).DistinctBy(p => p.Id)
                .OrderByDescending(p => byMail.Any(m => m.Id == p.Id) && byName.Any(n => n.Id == p.Id)).Take(Most),
        ];
    }

    /// <summary>The one person who has both the address and the name, or null.</summary>
    internal async Task<PersonId?> Same(string email, string? givenName, string familyName)
    {
        var name = SearchText.Of(givenName, familyName);
        var found = (await people.WithEmail(email)).Where(p => SearchText.Of(p.Name) == name).ToList();
        return found is [var one] ? one.Id : null;
    }

    /// <summary>The name of the member who has both the address and the name, or null.</summary>
    internal async Task<string?> MemberOf(string email, string? givenName, string familyName)
    {
        if (await Same(email, givenName, familyName) is not { } person) return null;
        return await db.Set<Member>().Where(m => m.Person == person && m.EndedOn == null).Select(m => m.Name)
            .FirstOrDefaultAsync();
    }
}
