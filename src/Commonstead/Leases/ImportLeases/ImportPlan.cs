using Commonstead.Land;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;

namespace Commonstead.Leases;

/// <summary>What a file of leases would bring, or all that is wrong with it.</summary>
internal sealed class ImportPlan
{
    /// <summary>The leases with their records.</summary>
    public List<NewLease> Leases { get; } = [];

    /// <summary>The homes that must be entered first.</summary>
    public List<HomeToEnter> Homes { get; } = [];

    /// <summary>What is wrong; a file with any problem brings nothing.</summary>
    public List<ImportProblem> Problems { get; } = [];
}

/// <summary>Reads a file of leases and checks every row as the form would, without writing anything.</summary>
public sealed class LeaseFileCheck(
    TrustDb db, Acting acting, ILand land, IHomeEntry homes, IPeople people, IRuleBook rules)
{
    /// <summary>Checks a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="progress">Is told how many of how many rows are checked.</param>
    internal async Task<ImportPlan> Check(ReadOnlyMemory<byte> content, Action<int, int>? progress = null)
    {
        var plan = new ImportPlan();
        var csv = CsvTable.Read(content);
        plan.Problems.AddRange(csv.Problems);
        if (csv.Problems.Count == 0)
            plan.Problems.AddRange(csv.CheckHeader(LeaseColumns.Needed, LeaseColumns.IsKnown));
        if (plan.Problems.Count > 0) return plan;
        _rows.Clear();
        var titles = (await rules.Selectable()).ToLookup(r => r.Title, r => r.Hash, StringComparer.Ordinal);
        var currency = acting.Profile.Currency;
        var rows = csv.Rows.ConvertAll(r => LeaseRow.Read(csv.Header, r.Row, r.Cells, currency, titles));
        var around = await LeaseSurroundings.Of(
            db, land, people, rules, rows.ConvertAll(r => r.Input));
        await homes.Expect([.. rows.Select(r => r.Home).OfType<HomeToEnter>()]);
        for (var place = 0; place < rows.Count && plan.Problems.Count < MostShown; place++)
        {
            CheckRow(rows[place], around, plan);
            progress?.Invoke(place + 1, rows.Count);
        }

        return plan;
    }

    private const int MostShown = ImportProblem.Most;

    private readonly Dictionary<string, int> _rows = new(StringComparer.OrdinalIgnoreCase);

    private ImportProblem ProblemOf(LeaseRow row, Refusal refusal)
    {
        var (column, number) = (LeaseColumns.Of(refusal.Field, row.Input), row.Input.Number.Trim());
        return refusal.Code is EnterLeaseRefusal.NumberTaken && _rows.TryGetValue(number, out var first)
            ? new(row.Row, column, "Row {0} of the file has the number {1} too.", first, number)
            : new(row.Row, column, refusal.Message, refusal.Figures);
    }

    // Everything that is wrong with a row is named at once; what follows from a cell that was named already is not.
    private void CheckRow(LeaseRow row, LeaseSurroundings around, ImportPlan plan)
    {
        var refused = InputBounds.Check(row.Input).ToList();
        if (row.Home is { } home && around.Home(row.Input.HomeNumber) is null)
        {
            var right = homes.Check(home);
            refused.AddRange(right.Refusals);
            if (right.IsDone)
            {
                plan.Homes.Add(home);
                around.Remember(right.Value);
            }
        }

        var currency = acting.Profile.Currency;
        var hasHome = refused.Count == 0 || row.Home is null;
        refused.AddRange(NewLease.Broken(row.Input, around, currency)
            .Where(r => hasHome || r.Code is not EnterLeaseRefusal.HomeUnknown));
        var problems = row.Problems.Concat(refused.Select(r => ProblemOf(row, r)))
            .DistinctBy(p => p.Column ?? p.Message).Take(MostShown - plan.Problems.Count).ToList();
        _rows.TryAdd(row.Input.Number.Trim(), row.Row);
        plan.Problems.AddRange(problems);
        if (problems.Count > 0)
        {
            around.Remember(row.Input.Number);
            return;
        }

        plan.Leases.Add(NewLease.Of(row.Input, around, acting.Now));
        around.Remember(plan.Leases[^1].Lease);
    }
}
