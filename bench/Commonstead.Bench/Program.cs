using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Commonstead.Bench;

// Measures what the program promises of its speed, prints the table and writes it into bench/README.md:
//   dotnet run -c Release --project bench/Commonstead.Bench                everything
//   dotnet run -c Release --project bench/Commonstead.Bench -- pages       only these rows; nothing is written
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [HandWritten.Command, var served, var port])
{
    await HandWritten.Serve(served, port);
    return 0;
}

if (args is [LabBench.Command, var file]) return LabBench.RunAlone(file);

string[] known = ["determination", "lab", "count", "import", "pages", "lists", "operations", "ballots", "start"];
if (args.FirstOrDefault(a => !known.Contains(a)) is { } unknown)
{
    Console.Error.WriteLine($"There are no rows named {unknown}; there are {string.Join(", ", known)}.");
    return 64;
}

var folder = Directory.CreateTempSubdirectory("commonstead-bench-").FullName;
try
{
    var watch = Stopwatch.StartNew();
    var table = new Table(new Trusts(folder));
    foreach (var row in args.Length > 0 ? args : known) await table.Measure(row);
    Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, "
        + $"{watch.Elapsed.TotalMinutes:0.0} minutes");
    if (args.Length == 0) table.WriteInto(Path.Combine(Trusts.Root, "bench", "README.md"));
    return table.IsMet ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
