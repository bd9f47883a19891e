using Commonstead.Core;
using Commonstead.Land;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;

namespace Commonstead.Leases;

/// <summary>Why a lease is not entered.</summary>
public enum EnterLeaseRefusal
{
    /// <summary>Numbers tell leases apart.</summary>
    [Says("There is a lease with the number {0} already. Choose another number.",
        Field = nameof(EnterLeaseInput.Number))]
    NumberTaken,

    /// <summary>Homes stand in the register of land.</summary>
    [Says("There is no home with the number “{0}”. Add it to the register of land first.",
        Field = nameof(EnterLeaseInput.HomeNumber))]
    HomeUnknown,

    /// <summary>A term has a length.</summary>
    [Says("The lease ends on {1}, before it starts on {0}.", Field = nameof(EnterLeaseInput.EndsOn))]
    EndsBeforeStart,

    /// <summary>One home, one lease at a time.</summary>
    [Says("Lease {0} binds this home from {1} to {2}. End it first, or enter other dates.",
        Field = nameof(EnterLeaseInput.HomeNumber))]
    HomeUnderLease,

    /// <summary>Nobody holds a lease outside its term.</summary>
    [Says("The lease runs from {0} to {1}; enter a day within it.", Field = nameof(EnterLeaseInput.HeldFrom))]
    HeldOutsideTerm,

    /// <summary>A lease points at a text that the trust has.</summary>
    [Says("The rule book has no rule with this hash. Add its document first.", Field = nameof(EnterLeaseInput.Rule))]
    RuleUnknown,

    /// <summary>The window of a renewal notice opens before it closes.</summary>
    [Says("Notice of renewal opens {0} days before the end and must open before it closes, {1} days before.",
        Field = nameof(EnterLeaseInput.RenewalNoticeOpensDays))]
    RenewalWindowReversed,

    /// <summary>A fact is stated once.</summary>
    [Says("The fact “{0}” is stated twice.", Field = nameof(EnterLeaseInput.Facts))]
    FactTwice,

    /// <summary>A fact is what the rule's type asks for.</summary>
    [Says("The fact “{0}”: {1}.", Field = nameof(EnterLeaseInput.Facts))]
    FactNotUnderstood,

    /// <summary>A fee is in the trust's currency, and not below zero.</summary>
    [Says("Enter fees in {0}, not below zero.", Field = "Fee.Amount")]
    FeeNotInCurrency,
}

/// <summary>Enters a lease as it was signed: its terms, who holds it, its fee and the facts its rule needs.</summary>
[Needs(LeasePermission.Edit)]
[Does("Lease entered")]
public sealed class EnterLease(
    TrustDb db, Acting acting, ILand land, IPeople people, IRuleBook rules, HolderEvents holders)
    : IOperation<EnterLeaseInput, LeaseId>
{
    /// <inheritdoc/>
    public async Task<Outcome<LeaseId>> Run(EnterLeaseInput input)
    {
        var around = await LeaseSurroundings.Of(db, land, people, rules, [input]);
        var made = NewLease.From(input, around, acting.Profile.Currency, acting.Now);
        if (!made.IsDone) return Outcome<LeaseId>.Refused(made.Refusals);
        db.AddRange(made.Value.Records);
        return await holders.Raise() is { Count: > 0 } refused
            ? Outcome<LeaseId>.Refused(refused) : made.Value.Lease.Id;
    }
}

/// <summary>The records of a lease about to be entered.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Records">The lease and all that belongs to it.</param>
internal sealed record NewLease(Lease Lease, IReadOnlyList<Record> Records)
{
    /// <summary>How many of its facts nobody knows.</summary>
    public int UnknownFacts => Records.Count(r => r is LeaseFact { Text: null });

    /// <summary>Checks an input against what is around it, names all that is wrong, or makes the records.</summary>
    public static Outcome<NewLease> From(
        EnterLeaseInput input, LeaseSurroundings around, Currency currency, DateTime learnedAt)
    {
        var broken = Broken(input, around, currency);
        return broken.Count > 0 ? Outcome<NewLease>.Refused(broken) : Of(input, around, learnedAt);
    }

    /// <summary>Makes the records of an input with which nothing is wrong.</summary>
    public static NewLease Of(EnterLeaseInput input, LeaseSurroundings around, DateTime learnedAt) =>
        Made(input, around.Home(input.HomeNumber)!,
            Holders.Find(input.Holders, input.Tenancy, around.People).Value, learnedAt);

    /// <summary>All that is wrong with an input beyond its bounds, as far as it is filled in.</summary>
    public static IReadOnlyList<Refusal> Broken(EnterLeaseInput input, LeaseSurroundings around, Currency currency) =>
    [
        .. BrokenPlace(input, around), .. BrokenTerms(input, currency), .. BrokenRule(input, around),
        .. Holders.Find(input.Holders, input.Tenancy, around.People).Refusals,
    ];

    // A lease whose number is taken may be the very lease that binds the home; one refusal says enough then.
    private static IEnumerable<Refusal> BrokenPlace(EnterLeaseInput input, LeaseSurroundings around)
    {
        var number = input.Number.Trim();
        var isTaken = around.IsTaken(number);
        if (isTaken) yield return new Refusal(EnterLeaseRefusal.NumberTaken, number);
        var home = around.Home(input.HomeNumber);
        if (home is null) yield return new Refusal(EnterLeaseRefusal.HomeUnknown, input.HomeNumber.Trim());
        if (input is not { StartsOn: { } starts, EndsOn: { } ends }) yield break;
        if (ends < starts) yield return new Refusal(EnterLeaseRefusal.EndsBeforeStart, starts, ends);
        else if (home is not null && !isTaken && around.Overlapping(home.Id, starts, ends) is { } other)
            yield return new Refusal(EnterLeaseRefusal.HomeUnderLease, other.Number, other.From, other.Until);
        if (ends >= starts && input.HeldFrom is { } held && (held < starts || held > ends))
            yield return new Refusal(EnterLeaseRefusal.HeldOutsideTerm, starts, ends);
    }

    private static IEnumerable<Refusal> BrokenTerms(EnterLeaseInput input, Currency currency)
    {
        if (input.RenewalNoticeOpensDays is { } opens && input.RenewalNoticeClosesDays is { } closes && opens <= closes)
            yield return new Refusal(EnterLeaseRefusal.RenewalWindowReversed, opens, closes);
        var twice = input.Facts.GroupBy(f => f.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) yield return new Refusal(EnterLeaseRefusal.FactTwice, twice.Key);
        var above = input.ImprovementNoticeAbove;
        if (input.Fee?.IsAmiss(currency) == true || (above is { } worth && worth.Currency != currency)
            || above?.Minor < 0)
            yield return new Refusal(EnterLeaseRefusal.FeeNotInCurrency, currency.Code);
    }

    private static IEnumerable<Refusal> BrokenRule(EnterLeaseInput input, LeaseSurroundings around)
    {
        if (input.Rule is not { } hash) yield break;
        if (around.Rule(hash) is not { } rule)
        {
            yield return new Refusal(EnterLeaseRefusal.RuleUnknown);
            yield break;
        }

        for (var place = 0; place < input.Facts.Count; place++)
        {
            var fact = input.Facts[place];
            if (FactText.Misread(rule, fact.Name, fact.Text) is not { } why) continue;
            yield return Refusal.At($"Facts[{place}].Text", EnterLeaseRefusal.FactNotUnderstood, fact.Name, why);
        }
    }

    private static NewLease Made(
        EnterLeaseInput input, HomeSummary home, IReadOnlyList<FoundHolder> holders, DateTime learnedAt)
    {
        var lease = LeaseOf(input, home, holders);
        var records = new List<Record> { lease };
        records.AddRange(holders.Select((holder, place) => new Holding
        {
            Lease = lease.Id,
            Person = holder.Person,
            Tenancy = input.Tenancy,
            ShareParts = holder.Share?.Parts,
            ShareWhole = holder.Share?.Whole,
            From = input.HeldFrom ?? lease.StartsOn,
            Place = place + 1,
        }));
        records.AddRange(input.Facts.Select(fact => new LeaseFact
        {
            Lease = lease.Id,
            Name = fact.Name,
            Text = string.IsNullOrWhiteSpace(fact.Text) ? null : fact.Text.Trim(),
            Source = fact.Source.Trim(),
            HoldsFrom = fact.HoldsFrom ?? lease.StartsOn,
            LearnedAt = learnedAt,
        }));
        if (input.Fee is { Amount: not null } fee)
            records.Add(fee.For(lease.Id, lease.StartsOn, "The lease as signed"));
        return new NewLease(lease, records);
    }

    private static Lease LeaseOf(EnterLeaseInput input, HomeSummary home, IReadOnlyList<FoundHolder> holders)
    {
        var lease = new Lease
        {
            Id = input.Id ?? RecordIds.New<LeaseId>(),
            Number = input.Number.Trim(),
            Instrument = input.Instrument,
            Parcel = home.Parcel,
            Home = home.Id,
            StartsOn = input.StartsOn!.Value,
            EndsOn = input.EndsOn!.Value,
            RuleHash = input.Rule,
            Area = string.IsNullOrWhiteSpace(input.Area) ? null : input.Area.Trim(),
            IncomeLimitPercent = input.IncomeLimitPercent,
            TransferFeePercent = input.TransferFeePercent,
            AppraisalBasis = input.AppraisalBasis,
            OccupancyMonths = input.OccupancyMonths,
            ImprovementNoticeAbove = input.ImprovementNoticeAbove,
            LenderMarginYears = input.LenderMarginYears,
            RenewalYears = input.RenewalYears,
            RenewalNoticeOpensDays = input.RenewalNoticeOpensDays,
            RenewalNoticeClosesDays = input.RenewalNoticeClosesDays,
            HomeNumber = home.Number,
            HomeAddress = home.Address,
            HolderNames = Holders.Line(holders.Select(h => h.Name)),
        };
        lease.RenewSearch();
        return lease;
    }
}
