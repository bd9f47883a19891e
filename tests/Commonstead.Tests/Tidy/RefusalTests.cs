using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Commonstead.Tests.Tidy;

/// <summary>Every refusal is tried: each value of a refusal enum is named in some test.</summary>
[Trait("Engine", "none")]
public sealed class RefusalTests
{
    [Fact]
    public void RefusalsAreFound() => Assert.NotEmpty(Refusals());

    [Fact]
    public void EveryRefusal_AppearsInATest()
    {
        var named = SourceTree.Files("tests", ".cs")
            .SelectMany(path => SourceTree.Syntax(path).DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            .Select(access => $"{LastName(access.Expression)}.{access.Name.Identifier.Text}")
            .ToHashSet(StringComparer.Ordinal);
        Found.Nothing(Refusals().Where(refusal => !named.Contains(refusal)));
    }

    private static IEnumerable<string> Refusals() =>
        from path in SourceTree.Files("src", ".cs")
        from refusal in SourceTree.Syntax(path).DescendantNodes().OfType<EnumDeclarationSyntax>()
        where refusal.Identifier.Text.EndsWith("Refusal", StringComparison.Ordinal)
        from value in refusal.Members
        where value.Identifier.Text != "None"
        select $"{refusal.Identifier.Text}.{value.Identifier.Text}";

    private static string LastName(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax inner ? inner.Name.Identifier.Text : expression.ToString();
}
