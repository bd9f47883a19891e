using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Commonstead.Land;

/// <summary>Says shapes and areas as the trust measures land.</summary>
internal sealed class LandWords(Acting acting, IStringLocalizer<Words> words) : ILandWords
{
    public string? OfShape(string geoJson) =>
        ParcelGeometryText.TryParse(geoJson, LandFeatureLimits.Usual, out var shape, out _)
            ? words["{0} corners, {1}", shape.CornerCount - shape.RingCount,
                shape.Area.ToReader(acting.Profile.Measurement)].Value
            : null;

    public string OfLand(decimal squareMetres) =>
        new LandArea((double)squareMetres).ToReader(acting.Profile.Measurement);

    public string OfFloor(decimal squareMetres) => Areas.FloorToReader(squareMetres, acting.Profile.Measurement);
}
