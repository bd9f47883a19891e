using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Series;

namespace Commonstead.Lab;

/// <summary>
/// What each of the trust's homes could be sold for today under its own lease, and who could pay that.
/// </summary>
public sealed class HomesAtRisk(
    ILeases leases, IPriceEstimates prices, IFigureBook book, IRuleBook rules, Acting acting)
{
    /// <summary>The most homes that are looked at.</summary>
    public const int MostHomes = 500;

    // The names that the rule book uses for what an appraisal at the sale would say.
    private static readonly string[] _marketNames = ["appraisal_at_sale", "market_value"];

    // Market figures come out months later; an older one than this says little of today.
    private const int OldestMonths = 36;

    /// <summary>Looks at every lease in force, or says what the study lacks.</summary>
    public async Task<Outcome<PortfolioView>> Look(LabQuestion question)
    {
        var found = LabPlaces.Of(question);
        if (!found.IsDone) return Outcome<PortfolioView>.Refused(found.Refusals);
        var place = found.Value;
        if (question.Household.Faults().FirstOrDefault() is { } fault)
            return new Refusal(StudyRefusal.NotComputed, fault);
        var figures = await book.OfStudy(place, [], acting.Today);
        if (Today(figures, place, place.Incomes) is not { } income)
            return new Refusal(StudyRefusal.FigureMissing, place.Incomes.Name);
        if (Today(figures, place, place.MortgageRate)?.Value is not { } rate)
            return new Refusal(StudyRefusal.FigureMissing, place.MortgageRate.Name);
        if (rate is < 0 or > 1)
            return new Refusal(StudyRefusal.RateNotAFraction, place.MortgageRate.Name, rate.WithoutEmptyDecimals());
        var now = Latest(figures, place.Market);
        var all = (await leases.InForce(MostHomes))
            .Select(lease => (lease, market: now is null ? null : Market(figures, place, lease, now))).ToList();
        var known = (await rules.Documents([.. all.Select(one => one.lease.RuleHash).OfType<string>().Distinct()]))
            .ToDictionary(r => r.Hash, StringComparer.Ordinal);
        var estimates = await prices.Today(
            [.. all.Select(one => new HomeToEstimate(one.lease, Assumed(one.market)))],
            "estimated by the lab from the market series");
        var homes = all.Zip(estimates, (one, price) => Home(one.lease, one.market, price)).ToList();
        return new PortfolioView(homes, income, now, rate, question.Household.Words, place, figures);

        HomeAtRisk Home(LeaseTerms lease, decimal? market, Outcome<Money> price)
        {
            var fee = lease.FeeAMonth?.Amount ?? question.LeaseFee;
            var affordable = question.Household.Price(
                income.Value * question.Household.Factor * question.Household.Target, rate, fee);

            // Futures are kept in memory for a while with the homes they are of, but not with the homes' holders.
            return new HomeAtRisk(
                lease with { Holders = [] }, lease.RuleHash is { } hash ? known.GetValueOrDefault(hash) : null, price,
                market, now?.From, Money.Of(affordable, acting.Profile.Currency), fee);
        }
    }

    // Without a market series every rule that needs an appraisal says so; the others are computed all the same.
    private static IReadOnlyDictionary<string, string> Assumed(decimal? market) => market is { } value
        ? _marketNames.ToDictionary(name => name, _ => value.ToString(CultureInfo.InvariantCulture))
        : new Dictionary<string, string>(StringComparer.Ordinal);

    private decimal? Market(IFigures figures, LabPlace place, LeaseTerms lease, Figure now)
    {
        var (appraised, bought) = (lease.Facts.GetValueOrDefault("appraisal_at_purchase")?.Text,
            lease.Facts.GetValueOrDefault(LabFacts.PurchaseDate)?.Text);
        var day = DateOnly.TryParseExact(
            bought, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : lease.StartsOn;
        if (!decimal.TryParse(appraised, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)) return null;
        var then = figures.Find(place.Market.SeriesId, place.Market.Area, day, acting.Today).Figure;
        return then is { Value: > 0 } ? decimal.Round(value * now.Value / then.Value) : null;
    }

    private Figure? Today(IFigures figures, LabPlace place, LabSeries series) =>
        Latest(figures, series) ?? LabToday.Of(figures, place, series, acting.Today.Year, acting.Today).Value;

    private Figure? Latest(IFigures figures, LabSeries series)
    {
        for (var months = 0; months <= OldestMonths; months++)
        {
            var figure = figures.Find(
                series.SeriesId, series.Area, acting.Today.AddMonths(-months), acting.Today).Figure;
            if (figure is not null) return figure;
        }

        return null;
    }
}

/// <summary>One home of the trust, as it could be sold today.</summary>
/// <param name="Lease">Its lease.</param>
/// <param name="Rule">Its resale rule; null when none is recorded, or it is not in the book.</param>
/// <param name="Price">The most it could be sold for, or why that cannot be computed.</param>
/// <param name="Market">What it may be worth on the market; null when nothing says so.</param>
/// <param name="MarketOn">The day of the market figure; null when there is none.</param>
/// <param name="Affordable">What the household can pay that homes are meant for.</param>
/// <param name="Fee">The lease fee a month that it pays.</param>
public sealed record HomeAtRisk(
    LeaseTerms Lease, RuleDocument? Rule, Outcome<Money> Price, decimal? Market, DateOnly? MarketOn, Money Affordable,
    decimal Fee)
{
    // Within a tenth of what a household can pay, a rise of the interest by one point prices it out.
    private const decimal Near = 0.9m;

    /// <summary>What would have to be added so that the household could pay it; zero when it can.</summary>
    public decimal Missing => Price.IsDone ? Math.Max(0, Price.Value.Amount - Affordable.Amount) : 0;

    /// <summary>True when the household cannot pay it.</summary>
    public bool IsPricedOut => Missing > 0;

    /// <summary>True when it can, but only just.</summary>
    public bool IsAtRisk => Price.IsDone && !IsPricedOut && Price.Value.Amount > Near * Affordable.Amount;
}

/// <summary>The trust's homes as they could be sold today.</summary>
/// <param name="Homes">The homes, by lease.</param>
/// <param name="Income">The income figure that was used.</param>
/// <param name="Market">The market figure that was used; null when there is none.</param>
/// <param name="Rate">The mortgage rate, as a fraction.</param>
/// <param name="Household">The affordability setting in words.</param>
/// <param name="Place">The place with its series.</param>
/// <param name="Figures">The published figures of those series.</param>
public sealed record PortfolioView(
    IReadOnlyList<HomeAtRisk> Homes, Figure Income, Figure? Market, decimal Rate, string Household, LabPlace Place,
    IFigures Figures)
{
    /// <summary>
    /// The SHA-256 of all that the homes' futures are computed from, apart from the figures: it is kept with them, and
    /// says nothing of anybody.
    /// </summary>
    internal string Basis => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(Homes.Select(h => new { h.Lease, h.Market, h.MarketOn }))));

    /// <summary>How many have no price, and are in no sum.</summary>
    public int WithoutPrice => Homes.Count(h => !h.Price.IsDone);

    /// <summary>What keeping every home affordable would cost, were all sold today.</summary>
    public decimal Cost => Homes.Sum(h => h.Missing);
}
