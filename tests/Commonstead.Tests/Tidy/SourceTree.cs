using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Commonstead.Tests.Tidy;

/// <summary>The repository as written: its files, its capabilities and, where a test asks, its meaning.</summary>
public static class SourceTree
{
    private static readonly HashSet<string> _notWritten =
        ["bin", "obj", "node_modules", "artifacts", ".git", ".build", ".data", "TestResults", "Migrations", "Model"];

    private static readonly HashSet<string> _notCapabilities = ["Platform", "Assets", "wwwroot", "Properties"];

    private static readonly string[] _implicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks", "System.Net.Http.Json", "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private static readonly Lazy<CSharpCompilation> _program = new(Compile);

    /// <summary>The folder that holds the solution.</summary>
    public static string Top { get; } = FindTop();

    /// <summary>Where the program's source stands.</summary>
    public static string Program { get; } = Path.Combine(Top, "src", "Commonstead");

    /// <summary>The capabilities: the folders of the program that are neither platform nor assets.</summary>
    public static IReadOnlyList<string> Capabilities { get; } =
        [.. Directory.GetDirectories(Program).Select(folder => Path.GetFileName(folder))
            .Where(name => !_notCapabilities.Contains(name) && !_notWritten.Contains(name))
            .Order(StringComparer.Ordinal)];

    /// <summary>All written files under a folder of the repository, by their endings; paths from the top.</summary>
    public static IEnumerable<string> Files(string under, params string[] endings) =>
        Walk(new DirectoryInfo(Path.Combine(Top, under)))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Select(path => Path.GetRelativePath(Top, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The text of a file named by its path from the top.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Top, path));

    /// <summary>The syntax of a file.</summary>
    public static SyntaxNode Syntax(string path) => CSharpSyntaxTree.ParseText(Text(path), path: path).GetRoot();

    /// <summary>The program compiled from its source, so that a test can ask what a name means.</summary>
    public static CSharpCompilation Compilation => _program.Value;

    /// <summary>The capability a path stands in, or "Platform"; null for anything else.</summary>
    public static string? FolderOf(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 3 && parts[0] == "src" && parts[1] == "Commonstead" ? parts[2] : null;
    }

    private static CSharpCompilation Compile()
    {
        var usings = string.Concat(_implicitUsings.Select(name => $"global using {name};\n"));
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = Files("src/Commonstead", ".cs")
            .Select(path => CSharpSyntaxTree.ParseText(Text(path), options, path))
            .Append(CSharpSyntaxTree.ParseText(usings, options, "usings"));
        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) != "commonstead.dll")
            .Select(file => MetadataReference.CreateFromFile(file));
        return CSharpCompilation.Create("commonstead-as-written", trees, assemblies);
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        if (!folder.Exists) yield break;
        foreach (var file in folder.GetFiles()) yield return file.FullName;
        foreach (var inner in folder.GetDirectories())
        {
            var bundles = inner.Name == "assets" && inner.Parent?.Name == "wwwroot";
            if (_notWritten.Contains(inner.Name) || bundles) continue;
            foreach (var file in Walk(inner)) yield return file;
        }
    }

    private static string FindTop()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Commonstead.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
