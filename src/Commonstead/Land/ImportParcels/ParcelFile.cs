using System.Globalization;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Commonstead.Land;

/// <summary>What is wrong in a file of parcels, and where.</summary>
/// <param name="Where">The feature and ring, or the file.</param>
/// <param name="What">What is wrong, in a sentence.</param>
public sealed record FileTrouble(string Where, string What);

/// <summary>A parcel of a file that can be entered.</summary>
/// <param name="Feature">Its number in the file, the first being 1.</param>
/// <param name="Facts">What the file says of it.</param>
/// <param name="Outline">Its outline, or null.</param>
public sealed record FileParcel(int Feature, AddParcelInput Facts, ParcelGeometry? Outline);

/// <summary>
/// Reads parcels from a GeoJSON file (RFC 7946) for the preview and for the import alike. The properties it knows are
/// described in docs/guides/land.md.
/// </summary>
public sealed class ParcelFile(GeoBounds region, IReadOnlySet<string> taken)
{
    /// <summary>More troubles than this are only counted.</summary>
    public const int MostTroubles = 100;

    private const int MostOverlaps = 20;

    private readonly Dictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FileParcel> _parcels = [];
    private readonly List<FileTrouble> _troubles = [];

    /// <summary>The parcels that can be entered.</summary>
    public IReadOnlyList<FileParcel> Parcels => _parcels;

    /// <summary>What is wrong; while there is anything, nothing is entered.</summary>
    public IReadOnlyList<FileTrouble> Troubles => _troubles;

    /// <summary>How many troubles there are, those not listed among them.</summary>
    public int TroubleCount { get; private set; }

    /// <summary>Pairs of parcels that cover more of each other than surveys differ by; they may be entered.</summary>
    public IReadOnlyList<FileTrouble> Overlaps { get; private set; } = [];

    /// <summary>Reads the whole file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="progress">Is told the share read so far, from 0 to 1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public void Read(Stream file, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        var reader = new LandFeatureReader(file, LandFeatureLimits.Usual with { Region = region });
        foreach (var feature in reader.Read(cancellation))
        {
            Take(feature);
            progress?.Invoke((double)reader.BytesRead / Math.Max(1, file.Length));
        }

        if (reader.FileError is { } wrong) Add(new FileTrouble(Place(wrong), Sentence(wrong)));
        else if (_parcels.Count == 0 && TroubleCount == 0)
            Add(new FileTrouble("The file", "There is no parcel in it."));
        if (TroubleCount == 0) Overlaps = [.. FindOverlaps().Take(MostOverlaps)];
    }

    private void Take(LandFeature feature)
    {
        var before = TroubleCount;
        foreach (var error in feature.Errors) Add(new FileTrouble(Place(error), Sentence(error)));
        if (feature.Point is not null) Say(feature, "A parcel's outline is an area, and this is a point.");
        var facts = Facts(feature);
        foreach (var refusal in InputBounds.Check(facts))
        {
            var property = refusal.Field is { } field ? $"Property {PropertyOf(field)}: " : "";
            Say(feature, property + string.Format(CultureInfo.CurrentCulture, refusal.Message, refusal.Figures));
        }


        CheckName(feature, facts.Name);
        if (TroubleCount == before) _parcels.Add(new FileParcel(feature.Number, facts, feature.Outline));
    }

    private AddParcelInput Facts(LandFeature feature) => new()
    {
        Name = Property(feature, "name")?.Trim() ?? "",
        Address = Property(feature, "address")?.Trim() ?? "",
        TitleNumber = Property(feature, "title_number"),
        Uprn = Property(feature, "uprn"),
        Tenure = Choice<LandTenure>(feature, "tenure"),
        Use = Choice<LandUse>(feature, "land_use") ?? LandUse.Residential,
    };

    private void CheckName(LandFeature feature, string name)
    {
        if (name.Length == 0) return;
        if (taken.Contains(name)) Say(feature, $"There is a parcel called “{name}” already.");
        else if (!_names.TryAdd(name, feature.Number))
            Say(feature, $"Feature {_names[name]} is called “{name}” too.");
    }

    private TChoice? Choice<TChoice>(LandFeature feature, string property)
        where TChoice : struct, Enum
    {
        if (Property(feature, property) is not { } text) return null;
        foreach (var choice in Enum.GetValues<TChoice>())
        {
            if (Plain(choice.ToString()) == Plain(text) || Plain(choice.ToReader()) == Plain(text)) return choice;
        }

        var known = string.Join(", ", Enum.GetValues<TChoice>().Select(choice => choice.ToReader()));
        Say(feature, $"“{Short(text)}” is no {property}; choose among: {known}.");
        return null;
    }

    private static string PropertyOf(string field) => field switch
    {
        nameof(ParcelFacts.TitleNumber) => "title_number",
        nameof(AddParcelInput.Use) => "land_use",
        _ => field.ToLowerInvariant(),
    };

    private static string? Property(LandFeature feature, string name)
    {
        foreach (var (key, text) in feature.Properties)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(text)) return text;
        }

        return null;
    }

    // Surveys of neighbours rarely agree to the centimetre; more than that is worth a look before it is entered.
    private IEnumerable<FileTrouble> FindOverlaps()
    {
        var tree = new STRtree<FileParcel>();
        foreach (var parcel in _parcels.Where(p => p.Outline is not null)) tree.Insert(Box(parcel), parcel);
        foreach (var parcel in _parcels.Where(p => p.Outline is not null))
        {
            foreach (var other in tree.Query(Box(parcel)).Where(o => o.Feature > parcel.Feature))
            {
                var share = parcel.Outline!.OverlapShare(other.Outline!);
                if (share <= ParcelGeometry.ToleratedOverlap) continue;
                yield return new FileTrouble(
                    $"Features {parcel.Feature} and {other.Feature}",
                    $"{parcel.Facts.Name} and {other.Facts.Name} overlap by {share:P0} of the smaller.");
            }
        }
    }

    private static Envelope Box(FileParcel parcel)
    {
        var box = parcel.Outline!.Bounds;
        return new Envelope(box.West, box.East, box.South, box.North);
    }

    private void Say(LandFeature feature, string what) => Add(new FileTrouble($"Feature {feature.Number}", what));

    private void Add(FileTrouble trouble)
    {
        if (++TroubleCount <= MostTroubles) _troubles.Add(trouble);
    }

    private static string Sentence(GeometryError error) =>
        string.Format(CultureInfo.CurrentCulture, error.Sentence, error.Detail);

    private static string Place(GeometryError error) => error.Feature == 0
        ? "The file"
        : $"Feature {error.Feature}"
            + (error.Polygon > 0 ? $", polygon {error.Polygon}" : "")
            + (error.Ring > 0 ? $", ring {error.Ring}" : "");

    private static string Plain(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
