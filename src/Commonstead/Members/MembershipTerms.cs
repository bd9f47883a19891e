using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;

namespace Commonstead.Members;

/// <summary>
/// Who may be a member and how, as the trust's bylaws have it from a day on. Earlier versions stay, so that every
/// admission can be read against the terms of its day.
/// </summary>
[NotPersonal]
public sealed class MembershipTerms : Record<MembershipTermsId>
{
    /// <summary>The age asked for while a trust has set none.</summary>
    public const int UsualAge = 18;

    /// <summary>The first day they hold.</summary>
    public DateOnly From { get; init; }

    /// <summary>True when whoever holds a lease is a member by it.</summary>
    public bool LeaseholdersByLease { get; set; }

    /// <summary>True when an application waits for a decision.</summary>
    public bool NeedsApproval { get; set; }

    /// <summary>The youngest age, or null for none.</summary>
    public int? MinimumAge { get; set; }

    /// <summary>Where members live or work, as an applicant confirms it; null when that does not matter.</summary>
    public string? Area { get; set; }

    /// <summary>The price of the share that every member holds; null when there are no shares.</summary>
    public Money? SharePrice { get; set; }

    /// <summary>Dues of a period; null when there are none.</summary>
    public Money? Dues { get; set; }

    /// <summary>The period that dues are paid for.</summary>
    public DuesPeriod DuesPeriod { get; set; }

    /// <summary>Months unpaid after which a membership may lapse; null for never.</summary>
    public int? LapseAfterMonths { get; set; }

    /// <summary>The classes, in their order.</summary>
    public List<MembershipClass> Classes { get; } = [];

    /// <summary>True when an application waits: for a decision, or for the share to be paid.</summary>
    public bool NeedsDecision => NeedsApproval || SharePrice is not null;

    /// <summary>The classes that anybody may ask to join.</summary>
    public IEnumerable<MembershipClass> OpenClasses => Classes.Where(c => c.Basis == ClassBasis.Anyone);

    /// <summary>The dues in a sentence, with a place for the amount; the key of its translation.</summary>
    public string DuesSaid => DuesPeriod switch
    {
        DuesPeriod.Month => "Dues are {0} a month.",
        DuesPeriod.Quarter => "Dues are {0} a quarter.",
        _ => "Dues are {0} a year.",
    };

    /// <summary>The code of the class of those who hold a lease, or null.</summary>
    public string? LeaseholdersClass => Classes.Find(c => c.Basis == ClassBasis.Leaseholders)?.Code;

    /// <summary>A class that has members, or null.</summary>
    public MembershipClass? ClassOf(string? code) =>
        Classes.Find(c => c.Code == code && c.Basis != ClassBasis.SeatsOnly);

    /// <summary>What a class is called; its code when these terms no longer know it.</summary>
    public string NameOf(string code) => Classes.Find(c => c.Code == code)?.Name ?? code;

    /// <summary>
    /// What holds until a trust has read its bylaws. In the United States leaseholders are members by their lease. In
    /// Great Britain a society's member applies and holds a share, and dues end no membership (Co-operative and
    /// Community Benefit Societies Act 2014).
    /// </summary>
    public static MembershipTerms Usual(Country country, Currency currency)
    {
        var isSociety = country == Country.GreatBritain;
        var terms = new MembershipTerms
        {
            From = DateOnly.MinValue,
            LeaseholdersByLease = !isSociety,
            NeedsApproval = isSociety,
            MinimumAge = UsualAge,
            SharePrice = isSociety ? Money.Of(1, currency) : null,
        };
        terms.Classes.AddRange(
        [
            Class("leaseholder", "Leaseholders", ClassBasis.Leaseholders, 1),
            Class("general", "General members", ClassBasis.Anyone, 2),
            Class("public", "Public interest", ClassBasis.SeatsOnly, 3),
        ]);
        return terms;
    }

    private static MembershipClass Class(string code, string name, ClassBasis basis, int place) =>
        new() { Code = code, Name = name, Basis = basis, Place = place };
}

/// <summary>A class of members, in one version of the terms.</summary>
[NotPersonal]
public sealed class MembershipClass : Record<MembershipClassId>
{
    /// <summary>The terms.</summary>
    public MembershipTermsId Terms { get; init; }

    /// <summary>What records and ballots name it by; it stays when the name changes.</summary>
    public string Code { get; init; } = "";

    /// <summary>What people call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Who may belong to it.</summary>
    public ClassBasis Basis { get; set; }

    /// <summary>Its place among the classes, from 1.</summary>
    public int Place { get; init; }
}

/// <summary>Names a class in a version of the terms.</summary>
public readonly record struct MembershipClassId(Guid Value) : IRecordId<MembershipClassId>
{
    /// <inheritdoc/>
    public static MembershipClassId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Who may belong to a class.</summary>
public enum ClassBasis
{
    /// <summary>Those who hold a lease of the trust.</summary>
    [Display(Name = "Those who hold a lease")] Leaseholders,

    /// <summary>Anyone whom the terms admit.</summary>
    [Display(Name = "Anyone the terms admit")] Anyone,

    /// <summary>Nobody: it only has seats on the board.</summary>
    [Display(Name = "Nobody: only seats on the board")] SeatsOnly,
}

/// <summary>What dues are paid for.</summary>
public enum DuesPeriod
{
    /// <summary>A year.</summary>
    [Display(Name = "Each year")] Year,

    /// <summary>Three months.</summary>
    [Display(Name = "Each quarter")] Quarter,

    /// <summary>A month.</summary>
    [Display(Name = "Each month")] Month,
}
