using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
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

    /// <summary>One line for each fact: what it is, what stood there, what stands there now.</summary>
    public string Changes { get; init; } = "";
}

/// <summary>A fact in words, before and after a correction.</summary>
/// <param name="Term">What the fact is.</param>
/// <param name="Text">What is recorded; empty for nothing.</param>
internal sealed record ToldFact(string Term, string? Text);

/// <summary>Keeps and reads the corrections of the register.</summary>
public sealed class LandCorrections(TrustDb db, Acting acting)
{
    /// <summary>Notes what differs between two tellings of the same facts.</summary>
    /// <returns>False when nothing does; then nothing is noted.</returns>
    internal bool Note(Guid subject, string reason, IReadOnlyList<ToldFact> before, IReadOnlyList<ToldFact> after)
    {
        var lines = before.Zip(after).Where(pair => Said(pair.First) != Said(pair.Second))
            .Select(pair => $"{pair.First.Term}: {Said(pair.First)} → {Said(pair.Second)}").ToList();
        if (lines.Count == 0) return false;
        db.Add(new LandCorrection
        {
            Subject = subject,
            At = acting.Now,
            By = acting.Actor.Name,
            Reason = reason.Trim(),
            Changes = string.Join('\n', lines),
        });
        return true;
    }

    /// <summary>The refusal for someone who worked from an older version, naming what was changed last.</summary>
    internal async Task<Refusal> ChangedMeanwhile(Guid subject, string whatItIs)
    {
        var last = await Of(subject).FirstOrDefaultAsync();
        var changes = last?.Changes.Replace("\n", "; ", StringComparison.Ordinal);
        return new Refusal(CommonRefusal.ChangedMeanwhile, last is null ? whatItIs : $"{changes} ({last.By})");
    }

    /// <summary>The corrections of a parcel or home, newest first.</summary>
    internal IQueryable<LandCorrection> Of(Guid subject) => db.Set<LandCorrection>().AsNoTracking()
        .Where(c => c.Subject == subject).OrderByDescending(c => c.At).ThenByDescending(c => c.Id);

    private static string Said(ToldFact fact) => string.IsNullOrEmpty(fact.Text) ? "not recorded" : fact.Text;
}

internal sealed class LandCorrectionTable : IEntityTypeConfiguration<LandCorrection>
{
    public void Configure(EntityTypeBuilder<LandCorrection> builder)
    {
        builder.ToTable("land_correction");
        builder.HasIndex(c => new { c.Subject, c.At });
    }
}
