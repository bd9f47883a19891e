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
        var actor = await ActorOf(services.GetRequiredService<TrustDb>(), acting.Today, context.Principal);
        if (actor is not null)
        {
            acting.Actor = actor;
            services.GetRequiredService<PageFrame>().SignedInAs = actor.Name;
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <summary>An open account as the actor it is today, with the stamp of its sign-ins; null for any other.</summary>
    public static async Task<(Actor Actor, string? Stamp)?> Find(TrustDb db, DateOnly today, Guid id)
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
        return (actor, account.SecurityStamp);
    }

    private static async Task<Actor?> ActorOf(TrustDb db, DateOnly today, ClaimsPrincipal? principal)
    {
        if (!Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return null;
        return await Find(db, today, id) is { } found && found.Stamp == principal.FindFirstValue(StampClaim)
            ? found.Actor
            : null;
    }
}
