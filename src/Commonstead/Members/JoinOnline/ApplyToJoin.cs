using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>That somebody wants to become a member.</summary>
public sealed class ApplyToJoinInput
{
    /// <summary>The given name or names.</summary>
    [StringLength(80, ErrorMessage = "The given name is longer than 80 characters.")]
    [Display(Name = "Given name")]
    public string? GivenName { get; set; }

    /// <summary>The family name, or the only name.</summary>
    [Required(ErrorMessage = "Enter the family name, or the only name.")]
    [StringLength(80, ErrorMessage = "The name is longer than 80 characters.")]
    [Display(Name = "Family name, or only name")]
    public string FamilyName { get; set; } = "";

    /// <summary>The organisation that is to be the member; empty for the applicant herself.</summary>
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    [Display(Name = "Organization, if it is to be the member")]
    public string? Organisation { get; set; }

    /// <summary>The e-mail address.</summary>
    [Required(ErrorMessage = "Enter an e-mail address such as name@example.org."), DataType(DataType.EmailAddress)]
    [StringLength(254, ErrorMessage = "The address is longer than 254 characters.")]
    [Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    /// <summary>The phone number.</summary>
    [StringLength(40, ErrorMessage = "The number is longer than 40 characters."), DataType(DataType.PhoneNumber)]
    [Display(Name = "Phone number")]
    public string? Phone { get; set; }

    /// <summary>The postal address.</summary>
    [Required(ErrorMessage = "Enter your postal address: the register of members has it.")]
    [StringLength(400, ErrorMessage = "The address is longer than 400 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "Postal address")]
    public string Post { get; set; } = "";

    /// <summary>The code of the class.</summary>
    [StringLength(ClassCode.Longest, ErrorMessage = "Choose one of the classes.")]
    [Display(Name = "Class")]
    public string? Class { get; set; }

    /// <summary>That they are old enough.</summary>
    public bool IsOldEnough { get; set; }

    /// <summary>That they live or work where members do.</summary>
    public bool IsOfTheArea { get; set; }

    /// <summary>What they want to say.</summary>
    [StringLength(1000, ErrorMessage = "This is longer than 1,000 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "Anything you want to tell us")]
    public string? Note { get; set; }

    /// <summary>The page that confirms, without the token; made by the page and not by the visitor.</summary>
    [Required, StringLength(300)]
    public string ConfirmAt { get; set; } = "";
}

/// <summary>Why an application is not taken.</summary>
public enum ApplyToJoinRefusal
{
    /// <summary>Mail goes to an address.</summary>
    [Says("Enter an e-mail address such as name@example.org.", Field = nameof(ApplyToJoinInput.Email))]
    NotAnAddress,

    /// <summary>The terms set an age.</summary>
    [Says("Members are at least {0} years old. Confirm that you are.", Field = nameof(ApplyToJoinInput.IsOldEnough))]
    AgeNotConfirmed,

    /// <summary>The terms set an area.</summary>
    [Says("Members live or work in the area named. Confirm that you do.",
        Field = nameof(ApplyToJoinInput.IsOfTheArea))]
    AreaNotConfirmed,

    /// <summary>Some classes are not joined by asking.</summary>
    [Says("Choose one of the classes that can be joined here.", Field = nameof(ApplyToJoinInput.Class))]
    ClassNotOpen,

    /// <summary>The terms know no class that anybody may join.</summary>
    [Says("Nobody can join here at present. Ask the trust.", Kind = RefusalKind.Conflict)]
    NothingToJoin,
}

/// <summary>
/// Takes an application and sends a link to its address. What it answers is the same whether the address is known or
/// not, so that nobody learns here who is a member.
/// </summary>
[OpenToAnyone("Joining is how anyone becomes a member. Nothing happens until the mail is confirmed; the page is rate "
    + "limited, and one address gets few mails a day.")]
[Does("Somebody asked to become a member")]
public sealed class ApplyToJoin(
    TrustDb db, Acting acting, MemberRegister register, KnownPersons known, ApplicationMail mail)
    : IOperation<ApplyToJoinInput, Done>
{
    private const int MostADay = 3;
    private const int RemovedAtOnce = 50;

    /// <inheritdoc/>
    public async Task<Outcome<Done>> Run(ApplyToJoinInput input)
    {
        var email = input.Email.Trim();
        if (!MailAddress.TryCreate(email, out var read) || read.Address != email
            || !read.Host.Contains('.', StringComparison.Ordinal))
            return ApplyToJoinRefusal.NotAnAddress;
        var terms = await register.TermsOn(acting.Today);
        var organisation = Tidy(input.Organisation);
        if (organisation is null && terms.MinimumAge is > 0 and { } age && !input.IsOldEnough)
            return new Refusal(ApplyToJoinRefusal.AgeNotConfirmed, age);
        if (terms.Area is not null && !input.IsOfTheArea) return ApplyToJoinRefusal.AreaNotConfirmed;
        var open = terms.OpenClasses.ToList();
        if (open.Count == 0) return ApplyToJoinRefusal.NothingToJoin;
        var chosen = open.Count == 1 ? open[0].Code : input.Class;
        if (!open.Exists(c => c.Code == chosen)) return ApplyToJoinRefusal.ClassNotOpen;
        await RemoveOld();
        var since = acting.Now.AddDays(-1);
        if (await db.Set<MembershipApplication>().CountAsync(a => a.Email == email && a.AskedAt > since) >= MostADay)
            return default(Done);
        // Whether an organisation is a member is not told to whoever says they speak for it.
        if (organisation is null && await known.MemberOf(email, input.GivenName, input.FamilyName) is { } name)
        {
            mail.IsMemberAlready(email, name);
            return default(Done);
        }

        Take(input, email, chosen!, terms);
        return default(Done);
    }

    private void Take(ApplyToJoinInput input, string email, string chosen, MembershipTerms terms)
    {
        var token = JoinToken.New();
        var application = new MembershipApplication
        {
            GivenName = Tidy(input.GivenName),
            FamilyName = input.FamilyName.Trim(),
            Organisation = Tidy(input.Organisation),
            Search = SearchText.Of(input.GivenName, input.FamilyName, input.Organisation),
            Class = chosen,
            Confirmed = string.Join("; ", ((string?[])
                [input.IsOldEnough && terms.MinimumAge is { } age ? $"{age}+" : null, terms.Area]).OfType<string>()),
            AskedAt = acting.Now,
            TokenHash = JoinToken.HashOf(token),
        };
        application.Reach(email, Tidy(input.Phone), input.Post.Trim(), Tidy(input.Note));
        db.Add(application);
        mail.AskToConfirm(application, input.ConfirmAt + token);
    }

    // What nobody confirmed, and what was declined a year ago, need not be known any more.
    private async Task RemoveOld()
    {
        var (unconfirmed, declined) = (acting.Now - MembershipApplication.LinkHolds, acting.Now.AddYears(-1));
        db.RemoveRange(await db.Set<MembershipApplication>().Where(a =>
            (a.State == ApplicationState.Unconfirmed && a.AskedAt <= unconfirmed)
            || (a.State == ApplicationState.Declined && a.AskedAt < declined)).Take(RemovedAtOnce).ToListAsync());
    }

    private static string? Tidy(string? text) => text?.Trim() is { Length: > 0 } tidy ? tidy : null;
}

/// <summary>The token in a confirming mail: random, and kept as its hash only.</summary>
internal static class JoinToken
{
    private const int Bytes = 24;

    /// <summary>A new token, for an address of this site.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What the record keeps of it.</summary>
    public static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
