using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Commonstead.Tests.Tidy;

/// <summary>Keeps capabilities apart: who may name whom, and who may write.</summary>
[Trait("Engine", "none")]
public sealed class BoundaryTests
{
    // Doors in from outside: they bind, run an operation and render, and never touch the record themselves.
    private static readonly string[] _channels = [".cshtml.cs", ".cshtml", "Api.cs", "Cli.cs", "Command.cs"];

    // The demonstration is a door in from outside as well: it runs every capability's operations as their people would.
    private const string Demonstration = "Demonstration";

    private static readonly string[] _record = ["TrustDb", "SqliteTrustDb", "PostgresTrustDb", "DbSet", "DbContext"];

    private static readonly Lazy<IReadOnlyList<Mention>> _mentions = new(() => [.. FindMentions()]);

    [Fact]
    public void CapabilitiesAreFound()
    {
        Assert.Contains("Accounts", SourceTree.Capabilities);
        Assert.Contains(_mentions.Value, one => one.From == "Accounts" && one.To == "Platform");
    }

    [Fact]
    public void ACapability_NamesOnlyTheContractsOfAnother() => Found.Nothing(
        _mentions.Value
            .Where(one => IsCapability(one.From) && IsCapability(one.To) && one.From != one.To && !one.IsContract)
            .Where(one => one.From != Demonstration)
            .Select(one => one.ToString()).Distinct());

    [Fact]
    public void Platform_NamesNoCapability() => Found.Nothing(
        _mentions.Value.Where(one => one.From == "Platform" && IsCapability(one.To))
            .Select(one => one.ToString()).Distinct());

    [Fact]
    public void PagesAndCommands_NeverTouchTheRecord() => Found.Nothing(
        from path in SourceTree.Files("src/Commonstead", _channels)
        where IsCapability(SourceTree.FolderOf(path))
        from word in _record.Append("SaveChanges")
        where SourceTree.Text(path).Contains(word, StringComparison.Ordinal)
        select $"{path}: {word}");

    [Fact]
    public void TheNamespaceIsTheCapability() => Found.Nothing(
        from path in SourceTree.Files("src/Commonstead", ".cs")
        where IsCapability(SourceTree.FolderOf(path))
        from space in SourceTree.Syntax(path).DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        where space.Name.ToString() != "Commonstead." + SourceTree.FolderOf(path)
        select $"{path}: {space.Name}");

    [Fact]
    public void Core_HasOneNamespace() => Found.Nothing(
        from path in SourceTree.Files("src/Commonstead.Core", ".cs")
        from space in SourceTree.Syntax(path).DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        where space.Name.ToString() != "Commonstead.Core"
        select $"{path}: {space.Name}");

    [Fact]
    public void Core_HasNoDoubleOutsideSimulation() => Found.Nothing(
        from path in SourceTree.Files("src/Commonstead.Core", ".cs")
        where !path.Contains("/Simulation/", StringComparison.Ordinal)
        from type in SourceTree.Syntax(path).DescendantNodes().OfType<PredefinedTypeSyntax>()
        where type.Keyword.Text is "double" or "float"
        select $"{path}:{type.GetLocation().GetLineSpan().StartLinePosition.Line + 1}");

    private static bool IsCapability(string? folder) => folder is not null && SourceTree.Capabilities.Contains(folder);

    private static IEnumerable<Mention> FindMentions()
    {
        foreach (var tree in SourceTree.Compilation.SyntaxTrees)
        {
            if (SourceTree.FolderOf(tree.FilePath) is not { } from) continue;
            var model = SourceTree.Compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name).Symbol is not { } symbol) continue;
                var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
                var place = type?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
                if (place is not null && SourceTree.FolderOf(place) is { } to)
                    yield return new Mention(tree.FilePath, from, type!.Name, place, to);
            }
        }
    }

    private sealed record Mention(string Path, string From, string Type, string Place, string To)
    {
        public bool IsContract => Place.Contains("/Contracts/", StringComparison.Ordinal);

        public override string ToString() => $"{Path} names {Type} of {Place}";
    }
}
