namespace Commonstead.Series;

/// <summary>What may be done with published figures.</summary>
public static class SeriesPermission
{
    /// <summary>Read series, releases and figures.</summary>
    public const string See = "series.see";

    /// <summary>Import a release.</summary>
    public const string Import = "series.import";
}
