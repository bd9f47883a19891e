using System.Globalization;
using System.Security.Cryptography;
using Commonstead.Accounts;
using Commonstead.Desk;
using Commonstead.Platform.Calendars;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Localization;

namespace Commonstead.Resales;

/// <summary>
/// The deadlines of resales as a calendar feed. A calendar program cannot sign in, so the address itself carries a key,
/// made with the trust's own keys for one account. The feed names homes, never persons.
/// </summary>
public sealed class CalendarFeed(
    Acting acting, ResaleBoard board, IAccounts accounts, IEnumerable<ICalendarDays> others,
    IStringLocalizer<Words> words)
{
    private const string Purpose = "calendar";
    private const int MostEvents = 1_000;

    private static readonly HashSet<string> _reading = [ResalePermission.SeeAll];

    /// <summary>The address of an account's feed.</summary>
    internal string AddressFor(Actor actor) => $"/calendar/{Keys.Protect(actor.Key)}.ics";

    /// <summary>Answers the feed, or that there is none.</summary>
    internal async Task<IResult> Answer(string key, HttpRequest request)
    {
        if (Account(key) is not { } account) return Results.NotFound();

        // The address outlives a sign-in, but neither the account nor its role.
        if (await accounts.ActorOf(account) is not { } owner || !owner.May(ResalePermission.SeeAll))
            return Results.NotFound();
        acting.Actor = new Actor(account, "Calendar", _reading);

        // A calendar program asks in no language: the feed speaks the trust's own.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = acting.Profile.Culture;
        var site = $"{request.Scheme}://{request.Host}";
        var events = (await board.Due(MostEvents)).ConvertAll(d => new CalendarEvent(
            $"{d.Step}@commonstead", d.DueOn, $"{words[StepPlan.ToDo(d.Kind)]}: {d.Home}",
            $"{d.Number}. {words[d.Awaited.ToReader()]}. {words[d.Loss]}", $"{site}/resales/{d.Resale}"));
        foreach (var other in others)
        {
            events.AddRange((await other.Open()).Select(d => new CalendarEvent(
                $"{d.Id}@commonstead", d.Day, d.Where is null ? words[d.What] : $"{words[d.What]}: {d.Where}",
                string.Join(' ', d.Loss.Select(l => Sentence(words[l]))), site + d.Href)
            { StartsAt = d.At }));
        }

        return Results.Text(CalendarFile.Write(acting.Profile.Name, events, acting.Now), CalendarFile.MediaType);
    }

    private static string Sentence(string words) => words.EndsWith('.') ? words : words + ".";

    private IDataProtector Keys => acting.Trust.Keys.CreateProtector(Purpose);

    private string? Account(string key)
    {
        try
        {
            return Keys.Unprotect(key);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
