using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>Who holds a lease from a day on, without a sale: after a death, a divorce, a marriage.</summary>
public sealed class ChangeHoldersInput : ILeaseInput, IValidatableObject
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>The first day.</summary>
    [Required(ErrorMessage = "Enter the first day.")]
    [Display(Name = "From")]
    public DateOnly? From { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say how the change came about.")]
    [StringLength(300, ErrorMessage = "The reason is longer than 300 characters.")]
    [Display(Name = "Reason")]
    public string Reason { get; set; } = "";

    /// <summary>How several people hold it.</summary>
    [Display(Name = "How it is held"), EnumDataType(typeof(Tenancy), ErrorMessage = "Choose how the lease is held.")]
    public Tenancy Tenancy { get; set; }

    /// <summary>Everyone who holds it from then on.</summary>
    public List<HolderInput> Holders { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        RowBounds.Check(Holders, nameof(Holders));
}

/// <summary>Why leaseholders are not changed; <see cref="HolderRefusal"/> adds why named ones are refused.</summary>
public enum ChangeHoldersRefusal
{
    /// <summary>History goes forward; what was before is corrected.</summary>
    [Says("The present leaseholders hold it since {0}; enter a later day.", Field = nameof(ChangeHoldersInput.From))]
    NotAfterPresent,

    /// <summary>Nobody holds a lease outside its term.</summary>
    [Says("The lease runs until {0}; enter a day within it.", Field = nameof(ChangeHoldersInput.From))]
    AfterTerm,
}

/// <summary>Changes who holds a lease without a sale; those before keep their place in its history.</summary>
[Needs(LeasePermission.Edit)]
public sealed class ChangeHolders(TrustDb db, IPeople people) : IOperation<ChangeHoldersInput, LeaseId>
{
    /// <inheritdoc/>
    public async Task<Outcome<LeaseId>> Run(ChangeHoldersInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<LeaseId>.Refused(found.Refusals);
        var (lease, from) = (found.Value, input.From!.Value);
        var present = await db.Set<Holding>().Where(h => h.Lease == lease.Id && h.Until == null).ToListAsync();
        var since = present.Select(h => h.From).Append(lease.StartsOn).Max();
        if (from <= since) return new Refusal(ChangeHoldersRefusal.NotAfterPresent, since);
        if (from > lease.EndsOn) return new Refusal(ChangeHoldersRefusal.AfterTerm, lease.EndsOn);
        var known = new Dictionary<string, IReadOnlyList<PersonMatch>>(StringComparer.Ordinal);
        foreach (var asked in input.Holders.Where(h => !h.IsBlank).Select(Holders.Asked))
            known[asked] = await Holders.LookUp(people, asked);
        var holders = Holders.Find(input.Holders, input.Tenancy, known);
        if (!holders.IsDone) return Outcome<LeaseId>.Refused(holders.Refusals);
        foreach (var holding in present) holding.Until = from.AddDays(-1);
        db.AddRange(holders.Value.Select((holder, place) => new Holding
        {
            Lease = lease.Id,
            Person = holder.Person,
            Tenancy = input.Tenancy,
            ShareParts = holder.Share?.Parts,
            ShareWhole = holder.Share?.Whole,
            From = from,
            Place = place + 1,
            Reason = input.Reason.Trim(),
        }));
        lease.HolderNames = Holders.Line(holders.Value.Select(h => h.Name));
        lease.RenewSearch();
        return lease.Id;
    }
}
