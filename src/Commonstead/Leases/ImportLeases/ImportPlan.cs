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
        var titles = (await rules.Selectable()).GroupBy(r => r.Title, StringComparer.Ordinal)
            .Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Hash, StringComparer.Ordinal);
        var currency = acting.Profile.Currency;
        var rows = csv.Rows.ConvertAll(r => LeaseRow.Read(csv.Header, r.Row, r.Cells, currency, titles));
        plan.Problems.AddRange(rows.SelectMany(r => r.Problems).Concat(rows.SelectMany(OutOfBounds)).Take(MostShown));
        if (plan.Problems.Count > 0) return plan;
        var around = await LeaseSurroundings.Of(
            db, land, people, rules, rows.ConvertAll(r => r.Input));
        for (var place = 0; place < rows.Count && plan.Problems.Count < MostShown; place++)
        {
            await CheckRow(rows[place], around, plan);
            progress?.Invoke(place + 1, rows.Count);
        }

        return plan;
    }

    private const int MostShown = ImportProblem.Most;

    private static IEnumerable<ImportProblem> OutOfBounds(LeaseRow row) => row.Problems.Count > 0
        ? []
        : InputBounds.Check(row.Input).Select(r => ProblemOf(row, r));

    private static ImportProblem ProblemOf(LeaseRow row, Refusal refusal) =>
        new(row.Row, LeaseColumns.Of(refusal.Field, row.Input), refusal.Message, refusal.Figures);

    private async Task CheckRow(LeaseRow row, LeaseSurroundings around, ImportPlan plan)
    {
        if (row.Home is { } home && around.Home(row.Input.HomeNumber) is null)
        {
            var entered = await homes.Enter(home, isTrial: true);
            if (!entered.IsDone)
            {
                plan.Problems.AddRange(entered.Refusals.Select(r => ProblemOf(row, r)));
                return;
            }

            plan.Homes.Add(home);
            around.Remember(entered.Value);
        }

        var made = NewLease.From(row.Input, around, acting.Profile.Currency, acting.Now);
        if (!made.IsDone)
        {
            plan.Problems.AddRange(made.Refusals.Select(r => ProblemOf(row, r)));
            return;
        }

        plan.Leases.Add(made.Value);
        around.Remember(made.Value.Lease);
    }
}
