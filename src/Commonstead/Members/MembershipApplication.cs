using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Members;

/// <summary>
/// That somebody asked to become a member on the public page. It counts for nothing until its address is confirmed; one
/// that is not confirmed in time is removed, and of one that was declined only name and reason stay, for a year.
/// </summary>
public sealed class MembershipApplication : Record<MembershipApplicationId>, ISearched
{
    /// <summary>How long a link in a confirming mail opens something.</summary>
    public static readonly TimeSpan LinkHolds = TimeSpan.FromDays(7);

    private const string Decided = "until the application is decided";

    private const string Naming = "names whoever asked to become a member";

    /// <summary>The given name or names; null for someone who goes by one name.</summary>
    [Personal(Naming, Kept = "a year after the application is decided")]
    public string? GivenName { get; init; }

    /// <summary>The family name, or the only name.</summary>
    [Personal(Naming, Kept = "a year after the application is decided")]
    public string FamilyName { get; init; } = "";

    /// <summary>The organisation that is to be the member, for which the applicant votes; null for herself.</summary>
    [Personal("names the organisation that somebody applied for", Kept = "a year after the application is decided")]
    public string? Organisation { get; init; }

    /// <summary>What searches look in: the name, folded.</summary>
    [Personal("finds the application by name", Kept = "a year after the application is decided")]
    public string Search { get; init; } = "";

    /// <summary>The e-mail address that is to be confirmed.</summary>
    [Personal("confirms the application and tells what was decided", Kept = Decided)]
    public string Email { get; private set; } = "";

    /// <summary>The phone number.</summary>
    [Personal("reaches the applicant about the application", Kept = Decided)]
    public string? Phone { get; private set; }

    /// <summary>The postal address, in lines; a register of members has it.</summary>
    [Personal("stands in the register of members, which the law has the trust keep", Kept = Decided)]
    public string Post { get; private set; } = "";

    /// <summary>What the applicant wrote.</summary>
    [Personal("tells whoever decides what the applicant wanted to say", Kept = Decided)]
    public string? Note { get; private set; }

    /// <summary>The class asked for.</summary>
    [NotPersonal]
    public string Class { get; init; } = "";

    /// <summary>The age and area the applicant confirmed, as the terms had them.</summary>
    [NotPersonal]
    public string Confirmed { get; init; } = "";

    /// <summary>How it stands.</summary>
    public ApplicationState State { get; private set; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>SHA-256 of the token in the mail; the token itself stands nowhere in the record.</summary>
    [NotPersonal]
    public string TokenHash { get; init; } = "";

    /// <summary>When the address was confirmed, in UTC.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>The day of the decision.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Who decided; null for a member admitted without a decision.</summary>
    [NotPersonal]
    public string? DecidedBy { get; private set; }

    /// <summary>Why it was declined.</summary>
    [Personal("says why an application was declined", Kept = "a year after the application is decided")]
    public string? Reason { get; private set; }

    /// <summary>The membership it led to.</summary>
    public MemberId? Member { get; private set; }

    /// <summary>The person it was entered for, once it was.</summary>
    public People.PersonId? Person { get; private set; }

    /// <summary>The applicant's name in full.</summary>
    public string Name => GivenName is null ? FamilyName : $"{GivenName} {FamilyName}";

    /// <summary>The name of whoever is to be the member.</summary>
    public string MemberName => Organisation ?? Name;

    /// <summary>True while the link in the mail opens it.</summary>
    public bool CanBeConfirmed(DateTime now) => State == ApplicationState.Unconfirmed && now < AskedAt + LinkHolds;

    /// <summary>Fills in how to reach the applicant.</summary>
    internal void Reach(string email, string? phone, string post, string? note) =>
        (Email, Phone, Post, Note) = (email, phone, post, note);

    /// <summary>The address is the applicant's; a decision is awaited.</summary>
    internal void Confirm(DateTime at) => (State, ConfirmedAt) = (ApplicationState.Waiting, at);

    /// <summary>It led to a membership.</summary>
    internal void Admit(DateOnly on, string? by, MemberId member, People.PersonId person)
    {
        (State, DecidedOn, DecidedBy, Member, Person) = (ApplicationState.Admitted, on, by, member, person);
        Reach("", null, "", null);
    }

    /// <summary>It led to none.</summary>
    internal void Decline(DateOnly on, string by, string reason)
    {
        (State, DecidedOn, DecidedBy, Reason) = (ApplicationState.Declined, on, by, reason);
        Reach("", null, "", null);
    }
}

/// <summary>How an application stands.</summary>
public enum ApplicationState
{
    /// <summary>The address is not confirmed.</summary>
    [Display(Name = "Not confirmed")] Unconfirmed,

    /// <summary>Somebody has to decide.</summary>
    [Display(Name = "Awaits a decision")] Waiting,

    /// <summary>The applicant is a member.</summary>
    [Display(Name = "Admitted")] Admitted,

    /// <summary>It was declined.</summary>
    [Display(Name = "Declined")] Declined,
}

internal sealed class MembershipApplicationTable : IEntityTypeConfiguration<MembershipApplication>
{
    public void Configure(EntityTypeBuilder<MembershipApplication> builder)
    {
        builder.ToTable("member_application");
        builder.Ignore(a => a.Name).Ignore(a => a.MemberName);
        builder.Property(a => a.Class).HasMaxLength(ClassCode.Longest);
        builder.Property(a => a.TokenHash).HasMaxLength(64);
        builder.HasIndex(a => a.TokenHash).IsUnique();
        builder.HasIndex(a => new { a.AskedAt, a.Id });
        builder.HasIndex(a => new { a.State, a.AskedAt, a.Id });
        builder.HasIndex(a => a.Email);
        builder.HasIndex(a => a.Person);
    }
}
