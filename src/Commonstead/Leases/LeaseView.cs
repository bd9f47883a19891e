using System.Globalization;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Web;
using Commonstead.Series;

namespace Commonstead.Leases;

/// <summary>A lease with everything its page shows.</summary>
internal sealed record LeaseView
{
    /// <summary>The lease.</summary>
    public required Lease Lease { get; init; }

    /// <summary>The home it stands for.</summary>
    public required Land.HomeSummary Home { get; init; }

    /// <summary>Who held it, its facts and fees.</summary>
    public required LeaseParts Parts { get; init; }

    /// <summary>What happened under it.</summary>
    public required LeaseHistory History { get; init; }

    /// <summary>The names of everyone who held it.</summary>
    public required IReadOnlyDictionary<PersonId, string> Names { get; init; }

    /// <summary>The names of organisations that subsidised its home.</summary>
    public required IReadOnlyDictionary<OrganisationId, string> Sources { get; init; }

    /// <summary>Its resale rule, or null when none is recorded or the rule book lacks it.</summary>
    public required RuleDocument? Rule { get; init; }

    /// <summary>Today.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether the reader is staff, who see the pages behind the story.</summary>
    public required bool IsStaff { get; init; }

    /// <summary>The names of the areas its terms and facts name.</summary>
    public required AreaNames Areas { get; init; }

    /// <summary>The trust's currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The trust's time zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>How it stands.</summary>
    public Status State => LeaseState.Of(Lease, Today);

    /// <summary>The day the present owners bought, or null.</summary>
    public DateOnly? BoughtOn => Parts.Holdings.BoughtOn();

    /// <summary>Who gave a subsidy.</summary>
    public string SourceOf(Subsidy subsidy) => subsidy.SourceName(Sources);

    /// <summary>Who paid for a purchase: a lender, or who gave a subsidy.</summary>
    public string NameOf(PurchaseSource source) =>
        History.Mortgages.FirstOrDefault(m => m.Id == source.Mortgage) is { } mortgage ? mortgage.Lender
        : History.Subsidies.FirstOrDefault(s => s.Id == source.Subsidy) is { } subsidy ? SourceOf(subsidy)
        : "?";

    /// <summary>A holder's name.</summary>
    public string NameOf(PersonId person) => Names.GetValueOrDefault(person, "?");

    /// <summary>The day of an instant where the trust is.</summary>
    public DateOnly DayOf(DateTime instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), Zone));

    /// <summary>A fact's name in words: the rule's label, else the name without its underscores.</summary>
    public string LabelOf(string fact) =>
        Rule?.Givens.FirstOrDefault(g => g.Name == fact)?.Label is { Length: > 0 } label
            ? label
            : fact.Replace('_', ' ');

    /// <summary>The same as the heading of a row: with a capital letter.</summary>
    public string HeadingOf(string fact) =>
        LabelOf(fact) is [var first, ..] label ? char.ToUpperInvariant(first) + label[1..] : fact;

    /// <summary>What a fact's text stands for, as the rule's type says: money, a date, a percentage or words.</summary>
    public object ValueOf(string fact, string text)
    {
        var given = Rule?.Givens.FirstOrDefault(g => g.Name == fact);
        if (given is null) return OfPurchase(fact, text);
        if (GivenValue.ParseText(given.Type, text).Value is not { Value: var value }) return text;
        return value.Kind switch
        {
            RuleKind.Money => Money.Rounded(value.Number, Currency, MidpointRounding.ToEven),
            RuleKind.Date => value.Date,
            RuleKind.Rate => value.Number.ToPercent(),
            RuleKind.Area => Areas.WithCode(value.Code),
            _ => text,
        };
    }

    // What a closing states of itself is an amount and a day, whether or not the lease's rule asks for it.
    private object OfPurchase(string fact, string text) => fact switch
    {
        BuyersFacts.Price when decimal.TryParse(text, CultureInfo.InvariantCulture, out var amount)
            && amount is >= 0 and <= GivenValue.MostMoney =>
            Money.Rounded(amount, Currency, MidpointRounding.ToEven),
        BuyersFacts.Date when DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => text,
    };

    /// <summary>What the rule asks of the lease and nobody has stated.</summary>
    public IEnumerable<RuleGiven> MissingFacts
    {
        get
        {
            var stated = Parts.FactsOn(Today).Where(f => f.Text is not null).Select(f => f.Name)
                .ToHashSet(StringComparer.Ordinal);
            return (Rule?.Givens ?? [])
                .Where(g => !g.Optional && !stated.Contains(g.Name) && g.IsOfLease(Lease.Area));
        }
    }

    /// <summary>True for a fact that counts for nothing here: the rule asks for it when the home is sold.</summary>
    public bool IsAskedAtSale(string fact) => Rule?.Givens.FirstOrDefault(g => g.Name == fact) is { AtSale: true };
}
