using System.Security.Claims;
using Commonstead.Desk;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Commonstead.Accounts;

/// <summary>Sign-in, roles and permissions.</summary>
public static class AccountsModule
{
    // PBKDF2 with HMAC-SHA-512: OWASP's Password Storage Cheat Sheet asks for at least 210,000.
    private const int PasswordRounds = 210_000;

    /// <summary>Adds accounts to the program.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<FoundTrust>().AddScoped<SignIn>().AddScoped<SignInByPasskey>();
        services.AddScoped<IDeskWork, FirstPasswordDesk>();
        services.AddScoped<SignOutEverywhere>().AddScoped<ChangePassword>().AddScoped<MakeRecoveryCodes>();
        services.AddScoped<AddPasskey>().AddScoped<RenamePasskey>().AddScoped<RemovePasskey>();
        services.AddScoped<OpenAccount>().AddScoped<PublishPassword>()
            .AddScoped<GiveNewPassword>().AddScoped<CloseAccount>();
        services.AddScoped<GiveRole>().AddScoped<TakeRole>().AddScoped<LinkPerson>();
        services.AddScoped<OwnSession>().AddScoped<RecoveryCodes>().AddScoped<Stewards>().AddScoped<AccountRegister>();
        services.AddScoped<IAccounts>(s => s.GetRequiredService<AccountRegister>());
        services.AddScoped<IActors>(s => s.GetRequiredService<AccountRegister>());
        services.AddScoped<IPersonTies, AccountTies>();
        services.AddScoped<IHandles<MembershipEnded>, RolesFollowMembers>();
        services.AddSingleton(new NavigationEntry("Accounts", "/accounts", AccountPermission.Manage, 90));
        services.AddIdentityCore<Account>(Rules)
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StampedPrincipals>()
            .AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = PasswordRounds);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme, o => Cookie(o, "commonstead", TimeSpan.FromHours(12)));

        // Identity keeps a passkey ceremony's challenge in this scheme's cookie.
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.TwoFactorUserIdScheme, o => Cookie(o, "commonstead-passkey", TimeSpan.FromMinutes(5)));
        services.Configure<IdentityPasskeyOptions>(o => o.ResidentKeyRequirement = "required");
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme, o => o.Events.OnValidatePrincipal = SignedIn.Validate);
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme, o => o.Events.OnRedirectToAccessDenied = AnswerForbidden);
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme, o => o.Events.OnRedirectToLogin = AskToSignIn);
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        return services;
    }

    private static void Rules(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;

        // Length is what protects a password (NIST SP 800-63B, 5.1.1); rules on its characters are not asked for.
        options.Password = new PasswordOptions
        {
            RequiredLength = 12,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
            RequiredUniqueChars = 4,
        };
        options.ClaimsIdentity.SecurityStampClaimType = SignedIn.StampClaim;
    }

    private static void Cookie(CookieAuthenticationOptions options, string name, TimeSpan kept)
    {
        options.CookieManager = new TrustCookies();
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = kept;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "from";
    }

    // A program is told that it must sign in; a page to do so is of no use to it.
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    // Who has a one-time password may do nothing yet but replace it; the page for that says so.
    private static Task AnswerForbidden(RedirectContext<CookieAuthenticationOptions> context)
    {
        var session = context.HttpContext.RequestServices.GetRequiredService<OwnSession>();
        if (session.HasFirstPassword && IsPageAskedFor(context.Request))
            context.Response.Redirect("/account/password?first=true");
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsPageAskedFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    /// <summary>Every permission's name is a policy.</summary>
    private sealed class PermissionPolicies(IOptions<AuthorizationOptions> options)
        : DefaultAuthorizationPolicyProvider(options)
    {
        public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
            Task.FromResult<AuthorizationPolicy?>(
            new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
                .AddRequirements(new PermissionRequirement(policyName.Split('|'))).Build());
    }

    /// <summary>Any one of these permissions.</summary>
    private sealed record PermissionRequirement(string[] AnyOf) : IAuthorizationRequirement;

    private sealed class PermissionHandler(Acting acting) : AuthorizationHandler<PermissionRequirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context,
            PermissionRequirement requirement)
        {
            if (requirement.AnyOf.Any(acting.Actor.May)) context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }

    /// <summary>Puts nothing but the account's id and stamp into a cookie.</summary>
    private sealed class StampedPrincipals(UserManager<Account> accounts, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<Account>(accounts, options)
    {
        protected override Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
            identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
            identity.AddClaim(new Claim(SignedIn.StampClaim, user.SecurityStamp!));
            return Task.FromResult(identity);
        }
    }
}
