namespace Commonstead.Land;

/// <summary>One feature of a GeoJSON file: a parcel's outline or a home's place, and what is said of it.</summary>
/// <param name="Number">Its number in the file, the first being 1.</param>
/// <param name="Id">The feature's own id, or null.</param>
/// <param name="Outline">The outline, when it has one without an error.</param>
/// <param name="Point">The place, when it is a point without an error.</param>
/// <param name="Properties">
/// Its properties as text: strings, numbers as written, <c>true</c> and <c>false</c>. Nulls, lists and objects are left
/// out.
/// </param>
/// <param name="Errors">What is wrong with it; a feature without geometry has neither outline, point nor error.</param>
public sealed record LandFeature(
    int Number,
    string? Id,
    ParcelGeometry? Outline,
    GeoPosition? Point,
    IReadOnlyDictionary<string, string> Properties,
    IReadOnlyList<GeometryError> Errors);
