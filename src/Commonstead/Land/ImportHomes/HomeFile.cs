using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>What a file of homes would bring, or all that is wrong with it.</summary>
public sealed class HomeFile
{
    /// <summary>The homes, each with its place in the file.</summary>
    internal List<(int Row, AddHomeInput Facts)> Homes { get; } = [];

    /// <summary>What is wrong; a file with any problem brings nothing.</summary>
    public List<ImportProblem> Problems { get; } = [];
}

/// <summary>Reads a CSV file of homes and checks every row as the form would, without writing anything.</summary>
public sealed class HomeFileCheck(TrustDb db, HomeRules rules)
{
    private static readonly string[] _needed = ["number", "parcel", "address"];

    // Each column and the property of the home that it fills, by which refusals name their place.
    private static readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal)
    {
        ["number"] = nameof(HomeFacts.Number),
        ["parcel"] = nameof(HomeFacts.Parcel),
        ["address"] = nameof(HomeFacts.Address),
        ["uprn"] = nameof(HomeFacts.Uprn),
        ["kind"] = nameof(HomeFacts.Kind),
        ["bedrooms"] = nameof(HomeFacts.Bedrooms),
        ["floor_area"] = nameof(HomeFacts.FloorArea),
        ["year_built"] = nameof(HomeFacts.YearBuilt),
        ["access"] = nameof(HomeFacts.Access),
        ["access_note"] = nameof(HomeFacts.AccessNote),
        ["latitude"] = nameof(HomeFacts.Latitude),
        ["longitude"] = nameof(HomeFacts.Longitude),
    };

    /// <summary>Checks a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="progress">Is told how many of how many rows are checked.</param>
    internal async Task<HomeFile> Check(ReadOnlyMemory<byte> content, Action<int, int>? progress = null)
    {
        var file = new HomeFile();
        var csv = CsvTable.Read(content);
        file.Problems.AddRange(csv.Problems);
        if (file.Problems.Count == 0)
            file.Problems.AddRange(csv.CheckHeader(_needed, _properties.ContainsKey));
        if (file.Problems.Count > 0) return file;
        var rows = csv.Rows.ConvertAll(r => new CsvRow(csv.Header, r.Row, r.Cells));
        var parcels = await Parcels();
        var taken = await Taken([.. rows.Select(r => r.Text("number")).OfType<string>()]);
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var facts = Read(row, parcels);
            if (first.TryGetValue(facts.Number, out var same))
                row.Fail("number", "Row {0} of the file has the number {1} too.", same, facts.Number);
            file.Problems.AddRange(Wrong(row, facts, taken));
            if (file.Problems.Count >= ImportProblem.Most) break;
            if (facts.Number.Length > 0) first.TryAdd(facts.Number, row.Row);
            file.Homes.Add((row.Row, facts));
            progress?.Invoke(file.Homes.Count, rows.Count);
        }

        if (file.Problems.Count > ImportProblem.Most)
            file.Problems.RemoveRange(ImportProblem.Most, file.Problems.Count - ImportProblem.Most);
        return file;
    }

    private static AddHomeInput Read(CsvRow row, Dictionary<string, ParcelId> parcels)
    {
        var facts = new AddHomeInput
        {
            Number = row.Text("number") ?? "",
            Address = row.Text("address") ?? "",
            Uprn = row.Text("uprn"),
            Kind = row.Choice<HomeKind>("kind") ?? HomeKind.Other,
            Bedrooms = row.Whole("bedrooms"),
            FloorArea = row.Number("floor_area"),
            YearBuilt = row.Whole("year_built"),
            Access = row.Choice<HomeAccess>("access"),
            AccessNote = row.Text("access_note"),
            Latitude = (double?)row.Number("latitude"),
            Longitude = (double?)row.Number("longitude"),
        };
        if (row.Text("parcel") is not { } parcel) row.Fail("parcel", "Name the parcel the home stands on.");
        else if (parcels.TryGetValue(parcel, out var found)) facts.Parcel = found;
        else row.Fail("parcel", "There is no parcel called “{0}”. Add it to the register of land first.", parcel);
        return facts;
    }

    // Everything that is wrong with a row is named at once; what follows from a cell that was named already is not.
    private List<ImportProblem> Wrong(CsvRow row, AddHomeInput facts, HashSet<string> taken)
    {
        var refusals = InputBounds.Check(facts).ToList();
        var isUnread = row.Problems.Exists(p => p.Column is "latitude" or "longitude");
        refusals.AddRange(rules.Broken(facts, taken.Contains(facts.Number))
            .Where(r => !isUnread || r.Code is not HomeRefusal.HalfALocation));
        return
        [
            .. row.Problems.Concat(refusals.Select(r => new ImportProblem(
                row.Row, _properties.FirstOrDefault(p => p.Value == r.Field).Key, r.Message, r.Figures)))
                .DistinctBy(p => p.Column ?? p.Message),
        ];
    }

    // Parcels of one name cannot be told apart by it, so none of them is found.
    private async Task<Dictionary<string, ParcelId>> Parcels() =>
        (await db.Set<Parcel>().Select(p => new { p.Name, p.Id }).ToListAsync())
            .GroupBy(p => p.Name, StringComparer.Ordinal).Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);

    private async Task<HashSet<string>> Taken(List<string> numbers)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var number in numbers.InRounds(
            some => db.Set<Home>().Called(h => h.Number, some).Select(h => h.Number)))
        {
            taken.Add(number);
        }

        return taken;
    }
}
