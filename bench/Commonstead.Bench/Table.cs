using System.Runtime.InteropServices;

namespace Commonstead.Bench;

/// <summary>The rows as they are measured, printed at once and at the end written into the page about them.</summary>
internal sealed class Table(Trusts trusts)
{
    private const string Begin = "<!-- measured -->";
    private const string End = "<!-- end -->";

    private readonly List<string> _lines = [];

    /// <summary>Whether every row met its target.</summary>
    public bool IsMet { get; private set; } = true;

    /// <summary>Measures the rows of a name.</summary>
    public async Task Measure(string name)
    {
        Head(name == "lists");
        foreach (var row in await RowsOf(name))
        {
            IsMet &= row.IsMet;
            Say(row.ToString());
        }
    }

    /// <summary>Puts what was measured between the marks in a page.</summary>
    public void WriteInto(string page)
    {
        var text = File.ReadAllText(page);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        var machine = $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, "
            + $"{DateTime.UtcNow:yyyy-MM-dd}.";
        File.WriteAllText(page, text[..(begin + Begin.Length)] + $"\n{machine}\n" + string.Join('\n', _lines) + "\n"
            + text[end..]);
    }

    private async Task<IReadOnlyList<Row>> RowsOf(string name)
    {
        switch (name)
        {
            case "determination":
                return await DeterminationBench.Run();
            case "lab":
                return await LabBench.Run();
            case "count":
                return await CountBench.Run();
            case "import":
                return await ImportBench.Run(trusts.Folder, await trusts.Program());
            case "operations":
                return await OperationBench.Run(trusts.Folder);
            case "ballots":
                return await BallotBench.Run(trusts.Folder);
            case "lists":
                var (small, large) = (await trusts.Of(1_000), await trusts.Of(100_000));
                return await ListBench.Run(small.Folder, small.Leases, large.Folder, large.Leases);
        }

        var (folder, leases) = await trusts.Of(10_000);
        return name == "pages"
            ? await PageBench.Run(folder, leases, await trusts.Code())
            : await StartBench.Run(await trusts.Program(), folder, leases);
    }

    private void Head(bool ofItsOwn)
    {
        if (_lines.Count > 0 && !ofItsOwn && !_lines[0].Contains("page of", StringComparison.Ordinal)) return;
        Say("");
        Say("| what | measured | compared with | ratio | target | met |");
        Say("|---|---|---|---|---|---|");
    }

    private void Say(string line)
    {
        _lines.Add(line);
        Console.WriteLine(line);
    }
}
