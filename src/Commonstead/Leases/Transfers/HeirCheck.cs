using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Series;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>By what right somebody new takes a lease without buying (model lease, article 10).</summary>
public enum HeirClaim
{
    /// <summary>Spouse or partner.</summary>
    [Display(Name = "Spouse or partner")] Partner,

    /// <summary>Child.</summary>
    [Display(Name = "Child")] Child,

    /// <summary>Of the household, for as long as the lease asks.</summary>
    [Display(Name = "Member of the household")] HouseholdMember,

    /// <summary>Anybody else, who must qualify by income.</summary>
    [Display(Name = "Another, who qualifies by income")] Other,
}

/// <summary>Why somebody new may not take a lease.</summary>
public enum HeirRefusal
{
    /// <summary>Who is new has a right to it, or must qualify.</summary>
    [Says("Say by what right {0} takes the lease.")]
    ClaimMissing,

    /// <summary>Living together is on record.</summary>
    [Says("{0} was not in a household with {1} on {2}, as far as the register of people knows. Record the household "
        + "first, or let them qualify by income.")]
    NotOfTheHousehold,

    /// <summary>Living together has lasted.</summary>
    [Says("{0} belonged to the household since {1}; the lease asks for {2} months before {3}.")]
    NotLongEnough,

    /// <summary>Others qualify by income.</summary>
    [Says("{0} must qualify. Enter the household's size and its yearly income.",
        Field = nameof(CompleteTransferInput.HouseholdIncome))]
    IncomeMissing,

    /// <summary>Without a figure nobody can be held to it.</summary>
    [Says("The income limit cannot be looked up: {0}.", Field = nameof(CompleteTransferInput.HouseholdIncome))]
    NoLimitKnown,

    /// <summary>The lowest cap of the lease and every subsidy counts.</summary>
    [Says("The household earns {0}. For {1} persons at most {2} is allowed ({3}).",
        Field = nameof(CompleteTransferInput.HouseholdIncome))]
    OverIncomeLimit,
}

/// <summary>Checks that everyone new to a lease may take it without buying.</summary>
public sealed class HeirCheck(
    TrustDb db, IHouseholds households, IIncomeCaps caps, IIncomeLimits limits, IPeople people)
{
    /// <summary>The first reason why somebody may not, or null.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="transfer">The transfer.</param>
    /// <param name="input">Who takes the lease, and what their household earns.</param>
    /// <param name="newcomers">Who is new, with the row that names them.</param>
    /// <param name="present">Who holds the lease now.</param>
    internal async Task<Refusal?> Check(
        Lease lease, Transfer transfer, CompleteTransferInput input,
        IReadOnlyList<(FoundHolder Holder, int Row)> newcomers, IReadOnlyList<PersonId> present)
    {
        var mustQualify = "";
        foreach (var (holder, row) in newcomers)
        {
            var claim = input.Holders[row].Claim;
            if (claim is null) return At(row, HeirRefusal.ClaimMissing, holder.Name);
            if (claim == HeirClaim.HouseholdMember
                && await HouseholdRefused(transfer, holder, present) is { } refused)
                return refused with { Field = $"Holders[{row}].Claim" };
            if (claim == HeirClaim.Other) mustQualify = holder.Name;
        }

        return mustQualify.Length == 0 ? null : await IncomeRefused(lease, transfer, input, mustQualify);
    }

    private static Refusal At(int row, HeirRefusal code, params object[] figures) =>
        Refusal.At($"Holders[{row}].Claim", code, figures);

    // Whoever died was of the household until the day before; who joins lives with one of those who stay.
    private async Task<Refusal?> HouseholdRefused(
        Transfer transfer, FoundHolder holder, IReadOnlyList<PersonId> present)
    {
        var last = transfer.HappenedOn.AddDays(-1);
        IReadOnlyList<PersonId> among = transfer.Leaver is { } leaver ? [leaver] : present;
        DateOnly? since = null;
        foreach (var other in among)
        {
            if (await households.TogetherSince(holder.Person, other, last) is { } together
                && (since is null || together < since))
                since = together;
        }

        var months = (await db.Set<LeaseSettings>().AsNoTracking().FirstOrDefaultAsync() ?? new LeaseSettings())
            .HouseholdMonths;
        if (since is null)
        {
            var names = await people.Names([.. among]);
            return new Refusal(HeirRefusal.NotOfTheHousehold, holder.Name, Holders.Line(names.Values), last);
        }

        return CalendarMath.AddMonths(since.Value, months) > transfer.HappenedOn
            ? new Refusal(HeirRefusal.NotLongEnough, holder.Name, since, months, transfer.HappenedOn)
            : null;
    }

    private async Task<Refusal?> IncomeRefused(
        Lease lease, Transfer transfer, CompleteTransferInput input, string name)
    {
        var binding = await caps.CapsOn(lease.Id, transfer.HappenedOn);
        if (binding.Count == 0) return null;
        if (input is not { HouseholdSize: { } size, HouseholdIncome: { } income })
            return new Refusal(HeirRefusal.IncomeMissing, name);
        if (lease.Area is not { } area) return new Refusal(HeirRefusal.NoLimitKnown, "the lease names no area");
        var asked = binding.Select(c => new IncomeCap(c.Source, RuleOf(c.PercentOfMedian), area)).ToList();
        var answer = BuyerLimit.Of(asked, await limits.Of(area), size, input.From!.Value, input.From!.Value);
        if (answer.Limit is not { } limit) return new Refusal(HeirRefusal.NoLimitKnown, answer.Refusal.ToString()!);
        return income.Currency == limit.Amount.Currency && income <= limit.Amount
            ? null
            : new Refusal(HeirRefusal.OverIncomeLimit, income, size, limit.Amount, limit.Binding.Cap.ImposedBy);
    }

    // HUD publishes three levels and these are looked up, never computed.
    private static LimitRule RuleOf(decimal percent) =>
        percent == 30 ? new LimitRule.Published(PublishedLevel.ExtremelyLow) : new LimitRule.Hud(percent);
}
