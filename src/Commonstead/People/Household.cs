using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.People;

/// <summary>People who live together; who they are changes over time.</summary>
public sealed class Household : Record<HouseholdId>, ISearched
{
    /// <summary>What staff call it, such as <c>Rivera and Okafor</c>.</summary>
    [Personal("names a household whose income and size decide what home fits", YearsByLaw = 6)]
    public string Name { get; set; } = "";

    /// <summary>What searches look in.</summary>
    [Personal("lets staff find the household")]
    public string Search { get; set; } = "";

    /// <summary>Who belongs or belonged to it.</summary>
    public List<HouseholdMember> Members { get; } = [];

    /// <summary>How many belong to it on a date: from the day they join to the day before they leave.</summary>
    public int SizeOn(DateOnly date) => Members.Count(m => m.IsMemberOn(date));
}

/// <summary>That a person belongs to a household, from a date and perhaps to one.</summary>
public sealed class HouseholdMember : Record<HouseholdMemberId>
{
    /// <summary>The household.</summary>
    public HouseholdId Household { get; init; }

    /// <summary>The person.</summary>
    public PersonId Person { get; init; }

    /// <summary>The first day they belong.</summary>
    public DateOnly JoinedOn { get; init; }

    /// <summary>The first day they no longer belong, or null.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>True on the days they belong.</summary>
    public bool IsMemberOn(DateOnly date) => JoinedOn <= date && (LeftOn is null || date < LeftOn);
}

/// <summary>Names a membership of a household.</summary>
public readonly record struct HouseholdMemberId(Guid Value) : IRecordId<HouseholdMemberId>
{
    /// <inheritdoc/>
    public static HouseholdMemberId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out HouseholdMemberId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

internal sealed class HouseholdTables : IEntityTypeConfiguration<Household>, IEntityTypeConfiguration<HouseholdMember>
{
    public void Configure(EntityTypeBuilder<Household> builder)
    {
        builder.ToTable("people_household");
        builder.HasMany(h => h.Members).WithOne().HasForeignKey(m => m.Household);
        builder.HasIndex(h => new { h.Name, h.Id });
    }

    public void Configure(EntityTypeBuilder<HouseholdMember> builder)
    {
        builder.ToTable("people_household_member");
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.Person);
        builder.HasIndex(m => m.Household);
        builder.HasIndex(m => m.Person);
    }
}
