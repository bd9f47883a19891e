using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Commonstead.Platform.Data;

/// <summary>
/// Narrows a query to the records that hold words anywhere in what searches look in. Neither engine knows how common
/// a word is, and the two ways to find it differ a thousandfold: so the index is asked first, for a few more hits than
/// anybody pages through. Are there fewer, they are the answer; are there more, the first of them in any order are soon
/// met by reading the records themselves.
/// </summary>
public sealed class TextSearch(TrustDb db)
{
    /// <summary>The most records that are found one by one.</summary>
    public const int MostHits = 2_500;

    // The index knows three neighbouring characters and no fewer.
    private const int FewestCharacters = 3;

    private static readonly string[] _keepingAll =
    [
        nameof(Queryable.Select), nameof(EntityFrameworkQueryableExtensions.AsNoTracking),
        nameof(EntityFrameworkQueryableExtensions.Include),
    ];

    private static readonly MethodInfo _among = MethodOf(nameof(Among));
    private static readonly MethodInfo _holding = MethodOf(nameof(Holding));

    /// <summary>The rows whose record holds the words as they were typed.</summary>
    /// <param name="rows">Whatever a query makes of records that are searched.</param>
    /// <param name="typed">The words; none leave every row.</param>
    /// <param name="cancel">Stops asking.</param>
    public async Task<FoundRows<TRow>> In<TRow>(
        IQueryable<TRow> rows, string typed, CancellationToken cancel = default)
    {
        var words = SearchText.Of(typed);
        if (words.Length == 0) return new FoundRows<TRow>(rows);
        var kind = RootOf(rows.Expression).EntityType;
        if (!kind.ClrType.IsAssignableTo(typeof(ISearched)))
            throw new InvalidOperationException($"{kind.ClrType.Name} is not searched.");
        var reading = Over(rows, _holding.MakeGenericMethod(kind.ClrType), words);
        if (words.EnumerateRunes().Count() < FewestCharacters) return new FoundRows<TRow>(reading);
        var hits = await Hits(db.Model.FindEntityType(kind.ClrType)!, words, cancel);
        var key = kind.FindPrimaryKey()!.Properties[0];
        var among = Over(rows, _among.MakeGenericMethod(kind.ClrType, key.ClrType), key, hits);
        if (hits.Count <= MostHits) return new FoundRows<TRow>(among);
        return new FoundRows<TRow>(reading) { Some = among, AreMany = AreAll(rows.Expression) };
    }

    private Task<List<Guid>> Hits(IEntityType kind, string words, CancellationToken cancel)
    {
        var table = new SearchedTable(kind);
        var asked = db.Database.IsSqlite()
            ? db.Database.SqlQueryRaw<Guid>(
                SqliteSearchIndex.Hits(table), words, SqliteSearchIndex.Phrase(words), MostHits + 1)
            : db.Database.SqlQueryRaw<Guid>(SearchIndex.PostgresHits(table), SearchIndex.Pattern(words), MostHits + 1);
        return asked.ToListAsync(cancel);
    }

    // The hits come first, in a query of their own with a limit, and what else narrows the rows after it: SQLite would
    // take another filter's index for the better one, and look for the few hits among all that pass the filter.
    private static IQueryable<TEntity> Among<TEntity, TKey>(IQueryable<TEntity> records, IProperty key, List<Guid> hits)
    {
        var typed = key.GetTypeMapping().Converter?.ConvertFromProvider;
        List<TKey> ids = [.. hits.Select(hit => (TKey)(typed is null ? hit : typed(hit)!))];
        var name = key.Name;
        return records.Where(r => EF.Parameter(ids).Contains(EF.Property<TKey>(r!, name))).Take(MostHits + 1);
    }

    private static IQueryable<TEntity> Holding<TEntity>(IQueryable<TEntity> records, string words) =>
        records.Where(r => EF.Property<string>(r!, nameof(ISearched.Search)).Contains(words));

    /// <summary>The rows as they are, but over other records than all of their kind.</summary>
    private static IQueryable<TRow> Over<TRow>(IQueryable<TRow> rows, MethodInfo narrow, params object[] how)
    {
        var root = RootOf(rows.Expression);
        var records = rows.Provider.CreateQuery(root);
        var narrowed = (IQueryable)narrow.Invoke(null, [records, .. how])!;
        return rows.Provider.CreateQuery<TRow>(new Instead(root, narrowed.Expression).Visit(rows.Expression)!);
    }

    // What a query's first source is; the others, in filters and joins, stay as they are.
    private static EntityQueryRootExpression RootOf(Expression query) => query switch
    {
        EntityQueryRootExpression root => root,
        MethodCallExpression { Arguments: [var source, ..] } => RootOf(source),
        _ => throw new InvalidOperationException("Only what is made of one kind of record can be searched."),
    };

    // Whether a query yields a row for each record of its kind, so that the records can be counted in its place.
    private static bool AreAll(Expression query) => query switch
    {
        MethodCallExpression { Method.Name: var step, Arguments: [var source, ..] } =>
            _keepingAll.Contains(step) && AreAll(source),
        _ => true,
    };

    private static MethodInfo MethodOf(string name) =>
        typeof(TextSearch).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private sealed class Instead(Expression one, Expression other) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => ReferenceEquals(node, one) ? other : base.Visit(node);
    }
}

/// <summary>Rows that hold words.</summary>
/// <param name="Rows">All of them.</param>
public sealed record FoundRows<TRow>(IQueryable<TRow> Rows)
{
    /// <summary>
    /// When there may be more than <see cref="TextSearch.MostHits"/>: as many of them as the index named and one more,
    /// which answer sooner whether there are so many.
    /// </summary>
    public IQueryable<TRow>? Some { get; init; }

    /// <summary>True when there are certainly more than <see cref="TextSearch.MostHits"/>.</summary>
    public bool AreMany { get; init; }
}
