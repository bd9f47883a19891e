using System.Security.Claims;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>
/// Turns a cookie into the request's actor. The account is read on every request, so that signing out everywhere, a
/// changed role and a closed account hold at once.
/// </summary>
internal static class SignedIn
{
    /// <summary>The claim with which a sign-in names the account's state it was made in.</summary>
    public const string StampClaim = "stamp";

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var acting = services.GetRequiredService<Acting>();
        var found = await Of(services.GetRequiredService<TrustDb>(), acting.Today, context.Principal);
        if (found is not null)
        {
            acting.Actor = found.Actor;
            services.GetRequiredService<PageFrame>().SignedInAs = found.Actor.Name;
            services.GetRequiredService<OwnSession>().Read(context.Principal, found.HasFirstPassword);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <summary>Who an account is in the audit trail from the moment it signs in.</summary>
    public static Actor As(Account account) => Actor.Visitor with
    {
        Key = RecordIds.Text(account.Id),
        Name = account.DisplayName,
    };

    /// <summary>An open account as it is today; null for any other.</summary>
    public static async Task<Found?> Find(TrustDb db, DateOnly today, Guid id)
    {
        var account = await db.Set<Account>().AsNoTracking()
            .Where(a => a.Id == id && (a.ClosedOn == null || a.ClosedOn > today))
            .Select(a => new
            {
                a.SecurityStamp,
                a.DisplayName,
                a.Person,
                a.FirstPasswordUntil,
                Roles = a.Roles.Where(g => g.From <= today && (g.Until == null || g.Until >= today))
                    .Select(g => g.Role).ToList(),
            })
            .FirstOrDefaultAsync();
        if (account is null) return null;

        // Who still has a one-time password may choose their own, and nothing else.
        var roles = account.FirstPasswordUntil is null ? account.Roles : [];
        var actor = new Actor(
            RecordIds.Text(id), account.DisplayName, RoleTable.Of(roles), account.Person?.Value);
        return new Found(actor, account.SecurityStamp, account.FirstPasswordUntil is not null);
    }

    private static async Task<Found?> Of(TrustDb db, DateOnly today, ClaimsPrincipal? principal)
    {
        if (!Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return null;
        return await Find(db, today, id) is { } found && found.Stamp == principal.FindFirstValue(StampClaim)
            ? found
            : null;
    }

    /// <summary>An open account.</summary>
    /// <param name="Actor">Who it is and what it may do.</param>
    /// <param name="Stamp">What its sign-ins must carry.</param>
    /// <param name="HasFirstPassword">True while it has a one-time password.</param>
    internal sealed record Found(Actor Actor, string? Stamp, bool HasFirstPassword);
}
