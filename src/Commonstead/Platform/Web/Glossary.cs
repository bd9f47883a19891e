namespace Commonstead.Platform.Web;

/// <summary>A word the pages use and what it means; registered by the capability that brings it.</summary>
/// <param name="Term">The word, in US English.</param>
/// <param name="Meaning">One or two plain sentences.</param>
public sealed record GlossaryEntry(string Term, string Meaning);

/// <summary>The words that belong to no single capability.</summary>
internal static class Glossary
{
    public static IReadOnlyList<GlossaryEntry> Common { get; } =
    [
        new("Community land trust",
            "A body that holds land for good for its community and leases it out for homes, farms and workshops."),
        new("Steward", "The person at the trust, staff or volunteer, who looks after homes and leases."),
        new("Ground lease",
            "The agreement by which a leaseholder uses the trust's land; it carries the resale rule of the home."),
        new("Leaseholder", "The person who owns a home and leases the land under it from the trust."),
        new("Lease fee", "What a leaseholder pays the trust for the use of the land."),
        new("Resale rule", "The formula in a lease that says for how much the home may be sold."),
        new("Determination", "A maximum price worked out under the resale rule, with every step and figure shown."),
        new("Appraisal", "An independent expert's written opinion of what a property is worth."),
        new("Purchase option", "The trust's right to buy the home first, at no more than the determined price."),
        new("Closing", "The day a sale becomes final: money is paid and the home changes hands."),
        new("Income limit", "The most a household may earn to buy a home of the trust, by its size and area."),
        new("Area median income",
            "The income that half of the households of an area are above and half below, as published each year."),
    ];
}
