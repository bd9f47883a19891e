namespace Commonstead.People;

/// <summary>Names of persons where a record may name nobody.</summary>
public static class NamesOfSome
{
    /// <summary>What persons are called; those that are named twice once, and nobody for nobody.</summary>
    /// <param name="people">The register.</param>
    /// <param name="ids">The persons.</param>
    public static Task<IReadOnlyDictionary<PersonId, string>> NamesOf(
        this IPeople people, IEnumerable<PersonId?> ids) => people.Names([.. ids.OfType<PersonId>().Distinct()]);
}
