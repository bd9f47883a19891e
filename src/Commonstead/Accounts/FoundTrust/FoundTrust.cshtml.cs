using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Commonstead.Accounts;

/// <summary>
/// The first page of a new trust. From another machine it asks for the set-up code that the program printed.
/// </summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class FoundTrustModel(
    OperationRunner runner, FoundTrust foundTrust, Acting acting, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public FoundTrustInput Input { get; set; } = new();

    /// <summary>What the program printed when it started.</summary>
    [BindProperty, Display(Name = "Set-up code")]
    public string? SetUpCode { get; set; }

    /// <summary>The currencies in use, with their names where the machine knows them.</summary>
    public static IReadOnlyList<SelectListItem> Currencies { get; } = WithNames();

    /// <summary>The time zones that are called after a place.</summary>
    public static IReadOnlyList<SelectListItem> TimeZones { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(z => TimeZoneInfo.TryConvertWindowsIdToIanaId(z.Id, out var name) ? name : z.Id)
            .Where(z => z.Contains('/', StringComparison.Ordinal) && !z.StartsWith("Etc/", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(z => new SelectListItem(z, z)),
    ];

    /// <summary>True at the machine the program runs on.</summary>
    public bool IsLocal => HttpContext.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);

    /// <summary>The form, or the desk once the trust is made.</summary>
    public IActionResult OnGet() => acting.Trust.Profile is null ? Page() : Redirect("/");

    /// <summary>Makes the trust.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (IsLocal || CodeIsRight())
        {
            if (this.Accepts(await runner.Run(foundTrust, Input))) return Redirect("/sign-in?made=true");
        }
        else
        {
            ModelState.AddModelError(nameof(SetUpCode),
                words["Enter the set-up code that was printed when the program started."]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        // What is missing is found before the operation looks at the rest: all of it is said in one round.
        if (acting.Trust.Profile is null && await foundTrust.Wrong(Input) is { Count: > 0 } wrong)
            this.Accepts(Outcome<AccountId>.Refused(wrong));
        return Page();
    }

    private static IReadOnlyList<SelectListItem> WithNames()
    {
        var names = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => new RegionInfo(c.Name))
            .DistinctBy(r => r.ISOCurrencySymbol)
            .ToDictionary(r => r.ISOCurrencySymbol, r => r.CurrencyEnglishName, StringComparer.Ordinal);
        return [.. Currency.InUse.Select(c => new SelectListItem(
            names.GetValueOrDefault(c.Code) is { Length: > 0 } name ? $"{c.Code}, {name}" : c.Code, c.Code))];
    }

    private bool CodeIsRight() => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(SetUpCode?.Trim() ?? ""), Encoding.UTF8.GetBytes(acting.Trust.SetUpCode));
}
