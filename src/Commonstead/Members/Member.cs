using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Web;

namespace Commonstead.Members;

/// <summary>
/// An entry in the register of members: a person, or an organisation for which a person votes. Who leaves and comes
/// back gets a new entry, as a register on paper would have it.
/// </summary>
/// <remarks>
/// A society keeps names, shares and the days on which each became and ceased to be a member (Co-operative and
/// Community Benefit Societies Act 2014, s 30), so the name outlives an erasure for as long as a claim may be brought.
/// </remarks>
public sealed class Member : Record<MemberId>, ISearched
{
    private const string Registered = "names the member in the register, which the law has the trust keep";

    /// <summary>The member's number in the register, from 1; never given twice.</summary>
    public int Number { get; init; }

    /// <summary>The person who is the member; null when it is an organisation.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The organisation that is the member; null when it is a person.</summary>
    public OrganisationId? Organisation { get; init; }

    /// <summary>Who votes for the organisation; null for a person.</summary>
    public PersonId? Representative { get; private set; }

    /// <summary>The name, as letters state it.</summary>
    [Personal(Registered, YearsByLaw = PersonalAttribute.YearsOfADeed)]
    public string Name { get; private set; } = "";

    /// <summary>The name as lists are ordered: family name first.</summary>
    [Personal(Registered, YearsByLaw = PersonalAttribute.YearsOfADeed)]
    public string SortName { get; private set; } = "";

    /// <summary>What searches look in: name and number, folded.</summary>
    [Personal("finds the member in the register by name or number", YearsByLaw = PersonalAttribute.YearsOfADeed)]
    public string Search { get; private set; } = "";

    /// <summary>The code of the class.</summary>
    [NotPersonal]
    public string Class { get; private set; } = "";

    /// <summary>Since when class and representative stand as they do; before, see <see cref="MemberSpell"/>.</summary>
    public DateOnly StandsSince { get; private set; }

    /// <summary>The first day of membership.</summary>
    public DateOnly JoinedOn { get; init; }

    /// <summary>How it came about.</summary>
    public MemberOrigin Origin { get; init; }

    /// <summary>The lease it rests on, when it came by one.</summary>
    public LeaseId? Lease { get; set; }

    /// <summary>Shares held; 0 where membership needs none.</summary>
    public int Shares { get; set; }

    /// <summary>What was paid on the shares.</summary>
    public Money? PaidOnShares { get; set; }

    /// <summary>The last day for which dues are settled; the day before it began while none were.</summary>
    public DateOnly SettledThrough { get; set; }

    /// <summary>Through which day dues are settled; null while none were.</summary>
    public DateOnly? Settled => SettledThrough >= JoinedOn ? SettledThrough : null;

    /// <summary>The first day on which it no longer is a member, or null.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it ended.</summary>
    public MemberEnd? EndReason { get; private set; }

    /// <summary>
    /// The reason in English, the key of its translation; an organisation does not die but is dissolved.
    /// </summary>
    internal string? EndInWords => EndReason is { } reason ? InWords(reason) : null;

    /// <summary>A reason as it is said of this member.</summary>
    internal string InWords(MemberEnd reason) =>
        reason == MemberEnd.Died && Person is null ? "Dissolved" : reason.ToReader();

    /// <summary>More about the end.</summary>
    [Personal("says why a membership ended, for whoever answers for it", YearsByLaw = 6)]
    public string? EndNote { get; private set; }

    /// <summary>The entry that this one turned out to be a duplicate of.</summary>
    public MemberId? MergedInto { get; private set; }

    /// <summary>True while it lasts.</summary>
    public bool IsOpen => EndedOn is null;

    /// <summary>Who votes.</summary>
    public PersonId? Voter => Person ?? Representative;

    /// <summary>True for a member on a day.</summary>
    public bool IsOn(DateOnly day) => JoinedOn <= day && (EndedOn is null || day < EndedOn);

    /// <summary>Begins in a class, with whoever votes for an organisation.</summary>
    internal void Begin(string memberClass, PersonId? representative)
    {
        (Class, Representative, StandsSince) = (memberClass, representative, JoinedOn);
        SettledThrough = JoinedOn.AddDays(-1);
    }

    /// <summary>Changes class or representative from a day on.</summary>
    /// <returns>How it stood before, to be kept; null when that would be no day at all.</returns>
    internal MemberSpell? Stand(DateOnly from, string memberClass, PersonId? representative)
    {
        var before = new MemberSpell
        {
            Member = Id,
            Class = Class,
            Representative = Representative,
            From = StandsSince,
            Until = from.AddDays(-1),
        };
        (Class, Representative) = (memberClass, representative);
        if (from <= before.From) return null;
        StandsSince = from;
        return before;
    }

    /// <summary>Has the register name the member as its person or organisation is named.</summary>
    internal void Call(string name, string sortName)
    {
        (Name, SortName) = (name, sortName);
        Search = SearchText.Of(name, sortName, Number.ToString("0", null));
    }

    /// <summary>Holds what a duplicate entry of the same member held.</summary>
    internal void TakeOver(Member duplicate)
    {
        Shares += duplicate.Shares;
        if (duplicate.PaidOnShares is { } paid)
            PaidOnShares = PaidOnShares is { } own && own.Currency == paid.Currency ? own + paid : PaidOnShares ?? paid;
        Lease ??= duplicate.Lease;
        if (duplicate.SettledThrough > SettledThrough) SettledThrough = duplicate.SettledThrough;
    }

    /// <summary>Goes on as if it had not ended, as when a closing is taken back.</summary>
    internal void Reopen() => (EndedOn, EndReason, EndNote) = (null, null, null);

    /// <summary>Ends the membership.</summary>
    internal void End(DateOnly on, MemberEnd reason, string? note, MemberId? mergedInto = null)
    {
        (EndedOn, EndReason, MergedInto) = (on, reason, mergedInto);
        EndNote = note?.Trim() is { Length: > 0 } tidy ? tidy : null;
    }
}

/// <summary>How a membership stood before its class or its representative changed.</summary>
public sealed class MemberSpell : Record<MemberSpellId>
{
    /// <summary>The membership.</summary>
    public MemberId Member { get; init; }

    /// <summary>The class then.</summary>
    [NotPersonal]
    public string Class { get; init; } = "";

    /// <summary>Who voted for an organisation then.</summary>
    public PersonId? Representative { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly Until { get; init; }
}

/// <summary>Names a past spell of a membership.</summary>
public readonly record struct MemberSpellId(Guid Value) : IRecordId<MemberSpellId>
{
    /// <inheritdoc/>
    public static MemberSpellId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>How a membership came about.</summary>
public enum MemberOrigin
{
    /// <summary>Asked to join and was admitted.</summary>
    [Display(Name = "By application")] Application,

    /// <summary>Holds a lease of the trust.</summary>
    [Display(Name = "By their lease")] Lease,

    /// <summary>Stood in the register before it was kept here.</summary>
    [Display(Name = "Found in the paper register")] PaperRegister,
}

/// <summary>Why a membership ended.</summary>
public enum MemberEnd
{
    /// <summary>Left of their own will.</summary>
    [Display(Name = "Resigned")] Resigned,

    /// <summary>Dues were not paid for longer than the terms allow.</summary>
    [Display(Name = "Lapsed")] Lapsed,

    /// <summary>Died, or was dissolved.</summary>
    [Display(Name = "Died")] Died,

    /// <summary>Removed by a decision.</summary>
    [Display(Name = "Removed")] Removed,

    /// <summary>The lease it rested on ended.</summary>
    [Display(Name = "Lease ended")] LeaseEnded,

    /// <summary>The entry was a duplicate.</summary>
    [Display(Name = "Merged with another entry")] Merged,
}
