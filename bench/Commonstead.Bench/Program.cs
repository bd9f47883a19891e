using System.Globalization;
using System.Runtime.InteropServices;
using Commonstead.Bench;

// Prints the table of bench/README.md:  dotnet run -c Release --project bench/Commonstead.Bench
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = Directory.CreateTempSubdirectory("commonstead-bench-").FullName;
try
{
    var rows = new List<Row> { await DeterminationBench.Run() };
    await using (var bench = await BenchTrust.Make(Path.Combine(folder, "trust")))
    {
        rows.Add(await OperationBench.Run(bench, folder));
    }

    Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");
    Console.WriteLine();
    Console.WriteLine("| what | measured | compared with | ratio | target | met |");
    Console.WriteLine("|---|---|---|---|---|---|");
    foreach (var row in rows)
        Console.WriteLine(row);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
