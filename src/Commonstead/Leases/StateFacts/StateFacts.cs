using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>Facts of a lease that were not yet recorded.</summary>
public sealed class StateFactsInput : ILeaseInput, IValidatableObject
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>The facts; those left wholly empty are not stated.</summary>
    public List<StatedRow> Facts { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => RowBounds.Check(Facts);
}

/// <summary>One fact of the form.</summary>
public sealed class StatedRow
{
    /// <summary>The rule's name for it.</summary>
    [StringLength(60, ErrorMessage = "The fact's name is longer than 60 characters.")]
    [RegularExpression("^[a-z][a-z0-9_]*$", ErrorMessage = "A fact's name is small letters, digits and underscores.")]
    public string? Name { get; set; }

    /// <summary>As the rule language reads it.</summary>
    [StringLength(200, ErrorMessage = "The fact is longer than 200 characters.")]
    [Display(Name = "Value")]
    public string? Text { get; set; }

    /// <summary>That nobody knows it.</summary>
    [Display(Name = "Not known")]
    public bool IsUnknown { get; set; }

    /// <summary>Where it stands.</summary>
    [StringLength(300, ErrorMessage = "The source is longer than 300 characters.")]
    [Display(Name = "Where it stands")]
    public string? Source { get; set; }

    /// <summary>The day it holds from; the lease's first day when not given.</summary>
    [Display(Name = "Holds from")]
    public DateOnly? HoldsFrom { get; set; }

    /// <summary>True when nothing was said about it.</summary>
    internal bool IsBlank => string.IsNullOrWhiteSpace(Text) && !IsUnknown;
}

/// <summary>Why facts are not recorded.</summary>
public enum StateFactsRefusal
{
    /// <summary>A form must say something.</summary>
    [Says("State at least one fact, or mark it as not known.")]
    NothingStated,

    /// <summary>Each fact stands somewhere.</summary>
    [Says("Say where it stands, such as the closing statement.")]
    SourceMissing,

    /// <summary>A fact is known or it is not.</summary>
    [Says("Enter a value or mark it as not known, not both.")]
    KnownAndUnknown,

    /// <summary>What is stated is changed by a correction only.</summary>
    [Says("It is recorded already as {0}. If that is wrong, propose a correction.")]
    AlreadyStated,

    /// <summary>A fact is what the rule's type asks for.</summary>
    [Says("{0}")]
    NotUnderstood,
}

/// <summary>Records facts that a lease's rule needs and nobody had stated; one marked as not known gives way.</summary>
[Needs(LeasePermission.Edit)]
[Does("Facts for the resale rule stated")]
public sealed class StateFacts(TrustDb db, Acting acting, IRuleBook rules) : IOperation<StateFactsInput, LeaseId>
{
    /// <inheritdoc/>
    public async Task<Outcome<LeaseId>> Run(StateFactsInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<LeaseId>.Refused(found.Refusals);
        var lease = found.Value;
        if (input.Facts.TrueForAll(f => f.IsBlank)) return StateFactsRefusal.NothingStated;
        var rule = lease.RuleHash is { } hash ? await rules.Document(hash) : null;
        var standing = await db.Set<LeaseFact>().Where(f => f.Lease == lease.Id && f.SupersededAt == null)
            .ToListAsync();
        var refused = new List<Refusal>();
        for (var i = 0; i < input.Facts.Count; i++)
        {
            var row = input.Facts[i];
            if (row.IsBlank || string.IsNullOrEmpty(row.Name)) continue;
            var before = standing.Find(f => f.Name == row.Name);
            if (Broken(row, i, before, FactText.Misread(rule, row.Name, row.Text)) is { } refusal) refused.Add(refusal);
            else standing.Add(Record(lease, row, before));
        }

        return refused.Count > 0 ? Outcome<LeaseId>.Refused(refused) : lease.Id;
    }

    private static Refusal? Broken(StatedRow row, int place, LeaseFact? before, string? misread)
    {
        if (row.IsUnknown && !string.IsNullOrWhiteSpace(row.Text))
            return Refusal.At($"Facts[{place}].Text", StateFactsRefusal.KnownAndUnknown);
        if (before is not null && (before.Text is not null || row.IsUnknown))
            return Refusal.At($"Facts[{place}].Text", StateFactsRefusal.AlreadyStated, before.Text ?? "not known");
        if (misread is not null) return Refusal.At($"Facts[{place}].Text", StateFactsRefusal.NotUnderstood, misread);
        return string.IsNullOrWhiteSpace(row.Source)
            ? Refusal.At($"Facts[{place}].Source", StateFactsRefusal.SourceMissing)
            : null;
    }

    private LeaseFact Record(Lease lease, StatedRow row, LeaseFact? before)
    {
        var fact = new LeaseFact
        {
            Lease = lease.Id,
            Name = row.Name!,
            Text = row.IsUnknown ? null : row.Text!.Trim(),
            Source = row.Source!.Trim(),
            HoldsFrom = row.HoldsFrom ?? before?.HoldsFrom ?? lease.StartsOn,
            LearnedAt = acting.Now,
        };
        before?.GiveWayTo(fact, acting.Now);
        db.Add(fact);
        return fact;
    }
}

/// <summary>Holds the rows of a form to the bounds that each declares.</summary>
internal static class RowBounds
{
    private const int MostRows = 100;

    /// <summary>What is out of bounds, named by row.</summary>
    public static IEnumerable<ValidationResult> Check<T>(IReadOnlyList<T> rows, string name = "Facts")
        where T : class
    {
        if (rows.Count > MostRows) return [new ValidationResult("At most 100 rows can be entered at once.", [name])];
        return rows.SelectMany((row, place) =>
        {
            var found = new List<ValidationResult>();
            Validator.TryValidateObject(row, new ValidationContext(row), found, validateAllProperties: true);
            return found.Select(f => new ValidationResult(f.ErrorMessage, [.. f.MemberNames.Select(m =>
                $"{name}[{place}].{m}")]));
        });
    }
}
