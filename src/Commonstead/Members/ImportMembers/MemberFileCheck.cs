using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;

namespace Commonstead.Members;

/// <summary>What a file of members would bring, or all that is wrong with it.</summary>
internal sealed class MemberPlan
{
    /// <summary>The rows.</summary>
    public List<MemberRow> Rows { get; } = [];

    /// <summary>What is wrong; a file with any problem brings nothing.</summary>
    public List<ImportProblem> Problems { get; } = [];

    /// <summary>The rows whose person may stand in the register already, for somebody to say.</summary>
    public IEnumerable<MemberRow> Doubtful => Rows.Where(r => r.Like.Count > 0);
}

/// <summary>Reads a file of members and checks every row, without writing anything.</summary>
public sealed class MemberFileCheck(Acting acting, MemberRegister register, IPeople people)
{
    /// <summary>Checks a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="progress">Is told how many of how many rows are checked.</param>
    internal async Task<MemberPlan> Check(ReadOnlyMemory<byte> content, Action<int, int>? progress = null)
    {
        var plan = new MemberPlan();
        var csv = CsvTable.Read(content);
        plan.Problems.AddRange(csv.Problems);
        if (csv.Problems.Count == 0)
        {
            plan.Problems.AddRange(csv.CheckHeader(
                MemberRow.Needed, h => MemberRow.Needed.Contains(h) || MemberRow.Others.Contains(h)));
        }

        if (plan.Problems.Count > 0) return plan;
        var versions = await register.Versions();
        var known = new Known(await people.All());
        var earlier = new Dictionary<string, List<MemberRow>>(StringComparer.Ordinal);
        for (var place = 0; place < csv.Rows.Count && plan.Problems.Count < ImportProblem.Most; place++)
        {
            var (number, cells) = csv.Rows[place];
            var row = MemberRow.Read(new CsvRow(csv.Header, number, cells), acting.Profile.Currency);
            CheckTerms(row, versions, new CsvRow(csv.Header, number, cells));
            CheckTwins(row, earlier);
            row.Like = known.Like(row);
            plan.Rows.Add(row);
            plan.Problems.AddRange(row.Problems.Take(ImportProblem.Most - plan.Problems.Count));
            progress?.Invoke(place + 1, csv.Rows.Count);
        }

        return plan;
    }

    private void CheckTerms(MemberRow row, TermsVersions versions, CsvRow cells)
    {
        if (row.JoinedOn == default) return;
        if (row.JoinedOn > acting.Today)
        {
            row.Fail("joined_on", "The day must not be in the future.");
            return;
        }

        var terms = versions.On(row.JoinedOn);
        if (row.Class.Length == 0) row.Class = terms.OpenClasses.FirstOrDefault()?.Code ?? "";
        var found = terms.ClassOf(row.Class) ?? terms.Classes.Find(c =>
            c.Basis != ClassBasis.SeatsOnly && SearchText.Of(c.Name) == SearchText.Of(row.Class));
        if (found is null)
        {
            row.Fail("class", "“{0}” is none of {1}.", cells.Text("class") ?? "", string.Join(
                ", ", terms.Classes.Where(c => c.Basis != ClassBasis.SeatsOnly).Select(c => c.Code)));
        }
        else row.Class = found.Code;

        if (terms.MinimumAge is { } age && row.BornOn?.AddYears(age) > row.JoinedOn)
            row.Fail("born_on", "Members are at least {0} years old on the day they join.", age);
        if (terms.SharePrice is not null && row.Shares < 1)
            row.Fail("shares", "Under the terms of that day every member holds at least one share.");
        if (row.PaidOnShares?.Minor < 0) row.Fail("paid_on_shares", "Nothing less than zero was paid.");
    }

    private static void CheckTwins(MemberRow row, Dictionary<string, List<MemberRow>> earlier)
    {
        var name = SearchText.Of(row.Name);
        if (!earlier.TryGetValue(name, out var same)) earlier[name] = same = [];
        if (same.Find(row.IsTwin) is { } twin)
            row.Fail("family_name", "{0} stands in row {1} already.", row.Name, twin.Row);
        same.Add(row);
    }

    // Two look-ups instead of comparing every row with everybody.
    private sealed class Known(IReadOnlyList<PersonEntry> all)
    {
        private readonly ILookup<string, PersonEntry> _byMail = all.Where(e => e.Email is not null)
            .ToLookup(e => e.Email!, StringComparer.OrdinalIgnoreCase);

        private readonly ILookup<string, PersonEntry> _byName = all.ToLookup(
            e => SearchText.Of(e.Name), StringComparer.Ordinal);

        public IReadOnlyList<PersonEntry> Like(MemberRow row) =>
        [
            .. (row.Email is null ? [] : _byMail[row.Email]).Concat(_byName[SearchText.Of(row.Name)])
                .DistinctBy(e => e.Id).Where(row.MayBe),
        ];
    }
}
