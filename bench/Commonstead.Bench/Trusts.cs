using System.Diagnostics;

namespace Commonstead.Bench;

/// <summary>The trusts and the published program that rows are measured on, each made when it is needed.</summary>
internal sealed class Trusts(string folder)
{
    private readonly Dictionary<int, (string Folder, int Leases)> _grown = [];
    private string? _code;
    private string? _program;

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where rows may make what they need.</summary>
    public string Folder => folder;

    private string Demonstration => Path.Combine(folder, "demonstration");

    /// <summary>The code of the demonstration's certificate, which its copies have too.</summary>
    public async Task<string> Code() => _code ??= await GrownTrust.MakeDemonstration(Demonstration);

    /// <summary>A trust of at least so many leases.</summary>
    public async Task<(string Folder, int Leases)> Of(int leases)
    {
        if (_grown.TryGetValue(leases, out var grown)) return grown;
        await Code();
        var place = Path.Combine(folder, $"leases-{leases}");
        return _grown[leases] = (place, await GrownTrust.Make(Demonstration, place, leases));
    }

    /// <summary>The launcher, once it has published the program; it turns into the program itself.</summary>
    public async Task<string> Program()
    {
        if (_program is not null) return _program;
        var program = Path.Combine(Root, "commonstead");
        using var launcher = Process.Start(new ProcessStartInfo(program, ["--version"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        await launcher.StandardOutput.ReadToEndAsync();
        await launcher.WaitForExitAsync();
        if (launcher.ExitCode != 0) throw new InvalidOperationException("The program could not be published.");
        return _program = program;
    }

    private static string FindRoot()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(here.FullName, "Commonstead.slnx")))
            here = here.Parent ?? throw new InvalidOperationException("The bench runs inside the repository.");
        return here.FullName;
    }
}
