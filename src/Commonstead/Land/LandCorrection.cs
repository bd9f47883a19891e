using System.Text.Json;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Land;

/// <summary>That facts of a parcel or home were put right: which, from what to what, by whom and why.</summary>
[Personal("shows who corrected the register and why")]
public sealed class LandCorrection : Record<LandCorrectionId>
{
    /// <summary>The parcel or home.</summary>
    public Guid Subject { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Who did it.</summary>
    public string By { get; init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>
    /// JSON: for each fact what it is, what stood there and what stands there now, as <see cref="KeptFigures"/> has it.
    /// </summary>
    public string Changes { get; init; } = "";

    /// <summary>Each changed fact, for any reader: <c>Price paid: $1.00 → $2.00</c>.</summary>
    internal IReadOnlyList<Sentence> Said() =>
        [.. JsonSerializer.Deserialize<ChangedFact[]>(Changes)!.Select(fact => fact.Said())];
}

/// <summary>A fact, before or after a correction.</summary>
/// <param name="Term">What the fact is.</param>
/// <param name="Fact">What is recorded: money, a date, a choice or words; null or empty for nothing.</param>
internal sealed record ToldFact(string Term, object? Fact);

/// <summary>A corrected fact as the correction keeps it.</summary>
/// <param name="Term">What the fact is.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now.</param>
internal sealed record ChangedFact(string Term, string Before, string After)
{
    /// <summary>The change, for any reader.</summary>
    public Sentence Said() => new("{0}: {1} → {2}", new Sentence(Term), Shown(Before), Shown(After));

    private static object Shown(string kept) => KeptFigures.Read(kept) ?? new Sentence("not recorded");
}

/// <summary>Keeps and reads the corrections of the register.</summary>
public sealed class LandCorrections(TrustDb db, Acting acting)
{
    /// <summary>Notes what differs between two tellings of the same facts.</summary>
    /// <returns>False when nothing does; then nothing is noted.</returns>
    internal bool Note(Guid subject, string reason, IReadOnlyList<ToldFact> before, IReadOnlyList<ToldFact> after)
    {
        var changes = before.Zip(after, (was, now) =>
                new ChangedFact(was.Term, KeptFigures.Write(was.Fact), KeptFigures.Write(now.Fact)))
            .Where(fact => fact.Before != fact.After).ToList();
        if (changes.Count == 0) return false;
        db.Add(new LandCorrection
        {
            Subject = subject,
            At = acting.Now,
            By = acting.Actor.Name,
            Reason = reason.Trim(),
            Changes = JsonSerializer.Serialize(changes),
        });
        return true;
    }

    /// <summary>The corrections of a parcel or home, newest first.</summary>
    internal IQueryable<LandCorrection> Of(Guid subject) => db.Set<LandCorrection>().AsNoTracking()
        .Where(c => c.Subject == subject).OrderByDescending(c => c.At).ThenByDescending(c => c.Id);
}

internal sealed class LandCorrectionTable : IEntityTypeConfiguration<LandCorrection>
{
    public void Configure(EntityTypeBuilder<LandCorrection> builder)
    {
        builder.ToTable("land_correction");
        builder.HasIndex(c => new { c.Subject, c.At });
    }
}
