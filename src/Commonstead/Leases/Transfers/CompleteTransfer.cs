using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>Who holds a lease after a transfer without a sale; when a lender takes the home, only from when.</summary>
public sealed class CompleteTransferInput : ITransferInput, IValidatableObject
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <inheritdoc/>
    public TransferId Transfer { get; set; }

    /// <summary>The transfer's version, as the person saw it.</summary>
    public int Version { get; set; }

    /// <summary>The first day.</summary>
    [Required(ErrorMessage = "Enter the first day.")]
    [Display(Name = "From")]
    public DateOnly? From { get; set; }

    /// <summary>How several people hold it.</summary>
    [Display(Name = "How it is held"), EnumDataType(typeof(Tenancy), ErrorMessage = "Choose how the lease is held.")]
    public Tenancy Tenancy { get; set; }

    /// <summary>Everyone who holds it from then on, also those who stay.</summary>
    public List<TakerInput> Holders { get; set; } = [];

    /// <summary>Persons in the household of who must qualify.</summary>
    [Range(1, 30, ErrorMessage = "Enter 1 to 30 persons.")]
    [Display(Name = "Persons in the household")]
    public int? HouseholdSize { get; set; }

    /// <summary>What that household earns in a year.</summary>
    [Display(Name = "The household's yearly income")]
    public Money? HouseholdIncome { get; set; }

    /// <summary>What is paid, when the lease asks for it.</summary>
    [Display(Name = "Price")]
    public Money? Price { get; set; }

    /// <summary>The article that asks for it.</summary>
    [StringLength(200, ErrorMessage = "It is longer than 200 characters.")]
    [Display(Name = "Article of the lease that asks for a price")]
    public string? PriceArticle { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        RowBounds.Check(Holders, nameof(Holders));
}

/// <summary>Somebody who holds the lease afterwards.</summary>
public sealed class TakerInput : HolderInput
{
    /// <summary>By what right, for who is new to the lease.</summary>
    [Display(Name = "By what right"), EnumDataType(typeof(HeirClaim), ErrorMessage = "Choose by what right.")]
    public HeirClaim? Claim { get; set; }
}

/// <summary>
/// Why a transfer does not take effect; <see cref="HolderRefusal"/> and <see cref="HeirRefusal"/> add why those named
/// may not take the lease.
/// </summary>
public enum CompleteTransferRefusal
{
    /// <summary>A transfer takes effect once.</summary>
    [Says("This transfer took effect or was called off already.", Kind = RefusalKind.Conflict)]
    NotUnderWay,

    /// <summary>What must be done before is done, or is not needed.</summary>
    [Says("These steps are still to be done: {0}.")]
    StepsOpen,

    /// <summary>Nobody decides for the trust on a lease of their own.</summary>
    [Says("You hold this lease or are to take it. Another steward must complete the transfer.",
        Kind = RefusalKind.NotAllowed)]
    OwnAffair,

    /// <summary>History goes forward; what was before is corrected.</summary>
    [Says("Enter a day after {0}, on which the present leaseholders began, and not before {1}.",
        Field = nameof(CompleteTransferInput.From))]
    NotAfterPresent,

    /// <summary>Nobody holds a lease outside its term.</summary>
    [Says("Enter a day within the term, which ends on {0}.", Field = nameof(CompleteTransferInput.From))]
    AfterTerm,

    /// <summary>Who died or leaves holds it no longer.</summary>
    [Says("{0} died or leaves, and cannot hold the lease afterwards.")]
    LeaverStillNamed,

    /// <summary>Who does not leave stays.</summary>
    [Says("{0} holds the lease and does not leave by this transfer. Name them too.", Field = "Holders[0].Name")]
    StayerMissing,

    /// <summary>By a divorce or when one leaves, nobody joins.</summary>
    [Says("{0} does not hold the lease. Somebody joins by a transfer of their own.")]
    NobodyJoins,

    /// <summary>When an owner is added, somebody joins.</summary>
    [Says("Name who joins the leaseholders.", Field = "Holders[0].Name")]
    NobodyAdded,

    /// <summary>There is no price unless the lease asks for one.</summary>
    [Says("A transfer without a sale has no price unless the lease asks for one. Enter the article that does.",
        Field = nameof(CompleteTransferInput.PriceArticle))]
    PriceNeedsArticle,

    /// <summary>A price is in the trust's currency.</summary>
    [Says("Enter a price in {0}, above zero.", Field = nameof(CompleteTransferInput.Price))]
    PriceNotUsable,
}

/// <summary>
/// Lets a transfer take effect: those before keep their place in the lease's history, and who may takes the lease; when
/// a lender takes the home, the lease ends and its defaults are resolved.
/// </summary>
[Needs(LeasePermission.Edit)]
[Does("Transfer without a sale completed")]
public sealed class CompleteTransfer(TrustDb db, Acting acting, IPeople people, HeirCheck heirs, HolderEvents holders)
    : IOperation<CompleteTransferInput, TransferId>
{
    /// <inheritdoc/>
    public async Task<Outcome<TransferId>> Run(CompleteTransferInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<TransferId>.Refused(found.Refusals);
        var (lease, from) = (found.Value, input.From!.Value);
        var transfer = await db.Set<Transfer>().Include(t => t.Steps)
            .FirstOrDefaultAsync(t => t.Id == input.Transfer && t.Lease == lease.Id);
        if (transfer is null) return CommonRefusal.NotFound;
        var present = await db.Set<Holding>().Where(h => h.Lease == lease.Id && h.Until == null).ToListAsync();
        if (Refused(input, transfer, lease, present) is { } refused) return refused;
        if (transfer.IsToLender) await GiveToLender(lease, transfer, present, from);
        else if (await GiveToHolders(lease, transfer, input, present) is { Count: > 0 } refusals)
            return Outcome<TransferId>.Refused(refusals);
        transfer.Complete(from, input.Price, input.Price is null ? null : input.PriceArticle!.Trim());
        return await holders.Raise() is { Count: > 0 } unfollowed
            ? Outcome<TransferId>.Refused(unfollowed) : transfer.Id;
    }

    private Refusal? Refused(CompleteTransferInput input, Transfer transfer, Lease lease, List<Holding> present)
    {
        if (!transfer.IsOpen) return new Refusal(CompleteTransferRefusal.NotUnderWay);
        if (transfer.Version != input.Version)
            return Refusal.ChangedSince(transfer, input.Version, "the transfer");
        var open = transfer.Steps.Where(s => s.State == TransferStepState.Open && !TransferPlan.MayFollow(s.Kind))
            .Select(s => s.Kind.ToReader()).ToList();
        if (open.Count > 0) return new Refusal(CompleteTransferRefusal.StepsOpen, string.Join(", ", open));
        if (present.Exists(h => h.Person.Value == acting.Actor.Person))
            return new Refusal(CompleteTransferRefusal.OwnAffair);
        var since = present.Select(h => h.From).Append(lease.StartsOn).Max();
        if (input.From <= since || input.From < transfer.HappenedOn)
            return new Refusal(CompleteTransferRefusal.NotAfterPresent, since, transfer.HappenedOn);
        if (input.From > lease.EndsOn) return new Refusal(CompleteTransferRefusal.AfterTerm, lease.EndsOn);
        if (input.Price is not { } price) return null;
        if (price.Currency != acting.Profile.Currency || price.Minor <= 0)
            return new Refusal(CompleteTransferRefusal.PriceNotUsable, acting.Profile.Currency.Code);
        return string.IsNullOrWhiteSpace(input.PriceArticle)
            ? new Refusal(CompleteTransferRefusal.PriceNeedsArticle)
            : null;
    }

    private async Task<IReadOnlyList<Refusal>> GiveToHolders(
        Lease lease, Transfer transfer, CompleteTransferInput input, List<Holding> present)
    {
        var named = Holders.Find(input.Holders, input.Tenancy, await Holders.LookUp(people, input.Holders));
        if (!named.IsDone) return named.Refusals;
        var takers = named.Value;
        var before = present.ConvertAll(h => h.Person);
        if (await WrongPeople(transfer, input, takers, before) is { } wrong) return [wrong];
        var rows = Enumerable.Range(0, input.Holders.Count).Where(i => !input.Holders[i].IsBlank).ToList();
        var newcomers = takers.Select((t, i) => (Holder: t, Row: rows[i]))
            .Where(t => !before.Contains(t.Holder.Person)).ToList();
        if (await heirs.Check(lease, transfer, input, newcomers, before) is { } refused) return [refused];
        foreach (var holding in present) holding.Until = input.From!.Value.AddDays(-1);
        db.AddRange(takers.Select((holder, place) => new Holding
        {
            Lease = lease.Id,
            Person = holder.Person,
            Tenancy = input.Tenancy,
            ShareParts = holder.Share?.Parts,
            ShareWhole = holder.Share?.Whole,
            From = input.From!.Value,
            Place = place + 1,
            Reason = transfer.Note,
        }));
        lease.HolderNames = Holders.Line(takers.Select(h => h.Name));
        lease.RenewSearch();
        return [];
    }

    private async Task<Refusal?> WrongPeople(
        Transfer transfer, CompleteTransferInput input, IReadOnlyList<FoundHolder> takers, List<PersonId> before)
    {
        if (takers.Any(t => t.Person.Value == acting.Actor.Person))
            return new Refusal(CompleteTransferRefusal.OwnAffair);
        if (takers.FirstOrDefault(t => t.Person == transfer.Leaver) is { } leaver)
            return new Refusal(CompleteTransferRefusal.LeaverStillNamed, leaver.Name);
        var staying = before.Where(p => p != transfer.Leaver && takers.All(t => t.Person != p)).ToList();
        if (staying.Count > 0)
        {
            var names = await people.Names(staying);
            return new Refusal(CompleteTransferRefusal.StayerMissing, names[staying[0]]);
        }

        var joiner = takers.FirstOrDefault(t => !before.Contains(t.Person));
        if (transfer.Kind == TransferKind.OwnerAdded && joiner is null)
            return new Refusal(CompleteTransferRefusal.NobodyAdded);
        return joiner is not null && transfer.Kind is TransferKind.Divorce or TransferKind.OwnerRemoved
            ? new Refusal(CompleteTransferRefusal.NobodyJoins, joiner.Name)
            : null;
    }

    private async Task GiveToLender(Lease lease, Transfer transfer, List<Holding> present, DateOnly on)
    {
        var mortgage = await db.Set<Mortgage>().FirstAsync(m => m.Id == transfer.Mortgage);
        lease.End(on, EndReason.Foreclosure, $"{mortgage.Lender}: {transfer.Note}");
        foreach (var holding in present) holding.Until = on.AddDays(-1);
        mortgage.ReleasedOn ??= on;
        var open = await db.Set<DefaultNotice>().Where(d => d.Lease == lease.Id && d.Outcome == null).ToListAsync();
        foreach (var notice in open)
        {
            notice.Resolve(notice.Kind == DefaultKind.Lender ? DefaultOutcome.Foreclosed : DefaultOutcome.LeaseEnded,
                on, transfer.Note);
        }
    }
}
