using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Commonstead.Tests.Tidy;

/// <summary>Keeps files short, names plain and the tree free of leftovers.</summary>
[Trait("Engine", "none")]
public sealed class HouseTests
{
    private const int MostLines = 400;
    private const int MostMethodLines = 70;
    private const int LongestLine = 120;

    private static readonly string[] _written = [".cs", ".cshtml", ".ts", ".mjs", ".css"];

    private static readonly string[] _settings = [".json", ".md", ".props", ".csproj", ".targets", ".slnx", ".npmrc"];

    private static readonly string[] _vagueFolders =
    [
        "Modules", "Features", "Services", "Helpers", "Common", "Utils", "Util", "Managers", "Models", "ViewModels",
        "Shared",
    ];

    private static readonly string[] _vagueEndings =
        ["Manager", "Helper", "Service", "Services", "Dto", "Data", "Info", "Util", "Utils"];

    private static readonly string[] _later = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "XX" + "X:"];

    [Fact]
    public void Files_HaveAtMost400Lines() => Found.Nothing(
        Written().Where(path => Lines(path).Length > MostLines).Select(path => $"{path}: {Lines(path).Length} lines"));

    [Fact]
    public void Lines_HaveAtMost120Characters() => Found.Nothing(
        Written().SelectMany(path => Lines(path)
            .Select((line, index) => (line, place: $"{path}:{index + 1}"))
            .Where(one => one.line.Length > LongestLine)
            .Select(one => one.place)));

    [Fact]
    public void Methods_HaveAtMost70Lines() => Found.Nothing(
        from path in Code()
        from method in SourceTree.Syntax(path).DescendantNodes()
        where method is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        let span = method.GetLocation().GetLineSpan()
        let length = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where length > MostMethodLines
        select $"{path}:{span.StartLinePosition.Line + 1}: {length} lines");

    [Fact]
    public void NothingIsLeftForLater() => Found.Nothing(
        Written().SelectMany(path => Lines(path)
            .Select((line, index) => (line, place: $"{path}:{index + 1}"))
            .Where(one => _later.Any(word => one.line.Contains(word, StringComparison.Ordinal)))
            .Select(one => one.place)));

    [Fact]
    public void Folders_SayWhatIsInThem() => Found.Nothing(
        Written().SelectMany(path => path.Split('/')[..^1]).Distinct().Intersect(_vagueFolders));

    [Fact]
    public void Types_SayWhatTheyAre() => Found.Nothing(
        from path in Code()
        from type in SourceTree.Syntax(path).DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        where _vagueEndings.Any(ending => type.Identifier.Text.EndsWith(ending, StringComparison.Ordinal))
        select $"{path}: {type.Identifier.Text}");

    [Fact]
    public void EveryCapability_HasItsReadme() => Found.Nothing(
        from name in SourceTree.Capabilities
        let folder = Path.Combine(SourceTree.Program, name)
        where Directory.GetFiles(folder, "*.cs").Length > 0 && !File.Exists(Path.Combine(folder, "README.md"))
        select name);

    [Fact]
    public void EveryFile_BeginsByItsType_AndSaysWhatItIsFor() => Found.Nothing(
        from path in SourceTree.Files("src", ".cs")
        let first = SourceTree.Syntax(path).DescendantNodes()
            .FirstOrDefault(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
        where first is not null && !HasSummary(first)
        select path);

    [Fact]
    public void NoMachineAndNoRegistry_IsNamed()
    {
        string[] names = ["registry." + "npmjs", "api." + "nuget" + ".org", "\"resolved\": \"ht" + "tp", "/ro" + "ot/"];
        Found.Nothing(
            from path in SourceTree.Files("", [.. _written, .. _settings]).Concat(["test", "commonstead", ".ci/run"])
            from name in names
            where SourceTree.Text(path).Contains(name, StringComparison.OrdinalIgnoreCase)
            select $"{path}: {name}");
    }

    private static IEnumerable<string> Written() =>
        SourceTree.Files("src", _written).Concat(SourceTree.Files("tests", _written));

    private static IEnumerable<string> Code() =>
        Written().Where(path => path.EndsWith(".cs", StringComparison.Ordinal));

    private static bool HasSummary(SyntaxNode node) =>
        node.GetLeadingTrivia().ToFullString().Contains("/// <summary>", StringComparison.Ordinal);

    private static string[] Lines(string path) => SourceTree.Text(path).TrimEnd('\n').Split('\n');
}
