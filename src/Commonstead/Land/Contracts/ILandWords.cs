namespace Commonstead.Land;

/// <summary>Puts what is kept of land into words, in the trust's own measure.</summary>
public interface ILandWords
{
    /// <summary>A shape by its corners and its area: <c>5 corners, 1.20 acres</c>; null for what is none.</summary>
    /// <param name="geoJson">A Polygon or MultiPolygon (RFC 7946).</param>
    string? OfShape(string geoJson);

    /// <summary>An area of land.</summary>
    string OfLand(decimal squareMetres);

    /// <summary>An area of floors.</summary>
    string OfFloor(decimal squareMetres);
}
