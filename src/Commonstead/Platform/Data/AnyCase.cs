using System.Linq.Expressions;
using System.Reflection;

namespace Commonstead.Platform.Data;

/// <summary>
/// Finds rows by what people tell them apart by, such as a number: nobody tells H-1 from h-1.
/// </summary>
internal static class AnyCase
{
    private static readonly MethodInfo _contains = typeof(List<string>).GetMethod(nameof(List<>.Contains))!;

    private static readonly MethodInfo _toLower = typeof(string).GetMethod(nameof(string.ToLower), [])!;

    /// <summary>The rows whose text is one of some, in capitals or not.</summary>
    /// <remarks>
    /// Asked for as it is written too: engines differ in which letters they know the small ones of.
    /// </remarks>
    public static IQueryable<T> Called<T>(
        this IQueryable<T> rows, Expression<Func<T, string>> text, IEnumerable<string> asked)
    {
        var names = asked.Select(n => n.Trim()).ToList();
        var wanted = new Wanted([.. names, .. names.Select(n => n.ToLowerInvariant())]);
        var list = Expression.Property(Expression.Constant(wanted), nameof(Wanted.Names));
        return rows.Where(Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(
                Expression.Call(list, _contains, text.Body),
                Expression.Call(list, _contains, Expression.Call(text.Body, _toLower))),
            text.Parameters));
    }

    // Behind a property, so that the query is made once and the names are its parameters.
    private sealed record Wanted(List<string> Names);
}
