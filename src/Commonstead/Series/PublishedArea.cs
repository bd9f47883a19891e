using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Series;

/// <summary>An area that some file names, and what took its place when its code ended.</summary>
[NotPersonal]
public sealed class PublishedArea : Record<PublishedAreaId>, ISearched
{
    /// <summary>Its code, such as <c>us:county:25013</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name; empty when no file has named it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The code that took its place, or null while its own holds.</summary>
    public string? Successor { get; set; }

    /// <summary>The first day of the successor's code.</summary>
    public DateOnly? SuccessorFrom { get; set; }

    /// <summary>What searches look in.</summary>
    public string Search { get; set; } = "";

    /// <summary>Takes a name.</summary>
    public void Rename(string name) => (Name, Search) = (name, SearchText.Of(name, Code));
}

/// <summary>Names an area's entry.</summary>
public readonly record struct PublishedAreaId(Guid Value) : IRecordId<PublishedAreaId>
{
    /// <inheritdoc/>
    public static PublishedAreaId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

internal sealed class PublishedAreaTable : IEntityTypeConfiguration<PublishedArea>
{
    public void Configure(EntityTypeBuilder<PublishedArea> builder)
    {
        builder.ToTable("series_area");
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => a.Name);
    }
}
