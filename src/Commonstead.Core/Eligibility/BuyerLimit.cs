namespace Commonstead.Core;

/// <summary>
/// What a buyer's household may earn: the lowest of the caps that the lease and every funder of the home impose, for
/// the household's size, the area and the day of certification.
/// </summary>
/// <param name="Caps">Every cap with its limit, in the order given.</param>
/// <param name="Binding">The cap that counts: the lowest, and of equal ones the first.</param>
public sealed record BuyerLimit(IReadOnlyList<CapLimit> Caps, CapLimit Binding)
{
    /// <summary>The most the household may earn in a year.</summary>
    public Money Amount => Binding.Limit.Amount;

    /// <summary>Works out the limit.</summary>
    /// <param name="caps">Every cap on the home; all must have an answer, for the one without could be lowest.</param>
    /// <param name="releases">The releases of income limits to choose from, of any area and year.</param>
    /// <param name="householdSize">Persons in the buyer's household.</param>
    /// <param name="certifiedOn">The day of certification: the limits in force on it count.</param>
    /// <param name="knownBy">Releases published later are left aside.</param>
    public static BuyerLimitAnswer Of(
        IReadOnlyList<IncomeCap> caps,
        IReadOnlyList<PublishedLimits> releases,
        int householdSize,
        DateOnly certifiedOn,
        DateOnly knownBy)
    {
        if (caps.Count == 0) return BuyerLimitAnswer.Refused(IncomeLimitRefusal.NoCap, null);
        var found = new List<CapLimit>(caps.Count);
        foreach (var cap in caps)
        {
            var inForce = InForce(releases, cap.Area, certifiedOn, knownBy, out var refusal);
            if (inForce is null) return BuyerLimitAnswer.Refused(refusal, cap);
            if (!cap.Rule.For(inForce, householdSize).Has(out var limit, out var refused))
                return BuyerLimitAnswer.Refused(refused.Value, cap);
            found.Add(new CapLimit(cap, limit));
        }
        return BuyerLimitAnswer.Of(new BuyerLimit(found, found.MinBy(capped => capped.Limit.Amount)!));
    }

    /// <summary>
    /// The release of an area's limits that counts on a day: of those published by the known-by date, the latest in
    /// force; of equal ones the latest published.
    /// </summary>
    /// <returns>Null with the refusal when there is none, or two with the same dates.</returns>
    public static PublishedLimits? InForce(
        IEnumerable<PublishedLimits> releases,
        string area,
        DateOnly date,
        DateOnly knownBy,
        out IncomeLimitRefusal refusal)
    {
        var candidates = releases
            .Where(release => string.Equals(release.Area, area, StringComparison.Ordinal)
                && release.PublishedOn <= knownBy && release.EffectiveFrom <= date)
            .OrderByDescending(release => release.EffectiveFrom)
            .ThenByDescending(release => release.PublishedOn)
            .Take(2)
            .ToList();
        refusal = candidates.Count == 0 ? IncomeLimitRefusal.NoReleaseInForce : IncomeLimitRefusal.TiedReleases;
        return candidates switch
        {
            [] => null,
            [var first, var second]
                when (first.EffectiveFrom, first.PublishedOn) == (second.EffectiveFrom, second.PublishedOn) => null,
            _ => candidates[0],
        };
    }

    /// <summary>Compares a yearly income with the limit: the limit is within, a cent more is over.</summary>
    /// <exception cref="MixedCurrencyException">The income is in another currency.</exception>
    public IncomeCheck Check(Money income) => new(income, this);
}

/// <summary>A cap on the income of a home's buyers.</summary>
/// <param name="ImposedBy">Who imposes it, as it reads on the certification: the lease, a grant's name.</param>
/// <param name="Rule">How it is worked out.</param>
/// <param name="Area">The area code whose limits it uses.</param>
public sealed record IncomeCap(string ImposedBy, LimitRule Rule, string Area);

/// <summary>A cap with the limit it comes to.</summary>
public sealed record CapLimit(IncomeCap Cap, IncomeLimit Limit);

/// <summary>An income compared with a buyer's limit.</summary>
/// <param name="Income">The household's yearly income.</param>
/// <param name="Limit">The limit it is held against.</param>
public sealed record IncomeCheck(Money Income, BuyerLimit Limit)
{
    /// <summary>How much the income is over the limit; zero or below zero when it is within.</summary>
    public Money Over { get; } = Income - Limit.Amount;

    /// <summary>True when the household may buy.</summary>
    public bool IsWithin => Over.Minor <= 0;
}

/// <summary>A buyer's limit, or why there is none and which cap stood in the way.</summary>
public readonly record struct BuyerLimitAnswer
{
    private BuyerLimitAnswer(BuyerLimit? limit, IncomeLimitRefusal? refusal, IncomeCap? cap) =>
        (Limit, Refusal, Cap) = (limit, refusal, cap);

    /// <summary>The limit, when there is one.</summary>
    public BuyerLimit? Limit { get; }

    /// <summary>The refusal, when there is no limit.</summary>
    public IncomeLimitRefusal? Refusal { get; }

    /// <summary>The cap without an answer; null when no cap was named at all.</summary>
    public IncomeCap? Cap { get; }

    /// <summary>An answer that is a limit.</summary>
    public static BuyerLimitAnswer Of(BuyerLimit limit) => new(limit, null, null);

    /// <summary>An answer that is a refusal.</summary>
    public static BuyerLimitAnswer Refused(IncomeLimitRefusal refusal, IncomeCap? cap) => new(null, refusal, cap);
}
