using System.Security.Cryptography;

namespace Commonstead.Series;

/// <summary>The kinds of file that figures are imported from.</summary>
public enum SeriesFileKind
{
    /// <summary>HUD's table of income limits by county.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "HUD income limits by county")]
    Hud,

    /// <summary>Table 5b or 5c of the Office for National Statistics.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "ONS earnings (table 5b) or price to earnings (5c)")]
    Ons,

    /// <summary>Any CSV file in a documented form.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Any CSV file, one figure a row")]
    Csv,
}

/// <summary>Reads a file of a kind and starts its import's input with what the kind says of it.</summary>
public static class SeriesFileSource
{
    /// <summary>Reads the whole file; errors stand in the input's file.</summary>
    public static ImportSeriesInput Read(
        Stream content, string name, SeriesFileKind kind, SeriesCsvOptions? options = null,
        IProgress<ReadProgress>? progress = null, CancellationToken cancellation = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        content.Position = 0;
        return new ImportSeriesInput
        {
            FileName = Path.GetFileName(name),
            FileHash = hash,
            ReleaseEachYear = kind == SeriesFileKind.Hud,
            Publisher = kind switch
            {
                SeriesFileKind.Hud => "U.S. Department of Housing and Urban Development",
                SeriesFileKind.Ons => "Office for National Statistics",
                _ => null,
            },
            File = kind switch
            {
                SeriesFileKind.Hud => HudIncomeLimitReader.Read(content, null, progress, cancellation),
                SeriesFileKind.Ons => OnsTableReader.Read(content, null, progress, cancellation),
                _ => SeriesCsvReader.Read(content, options ?? new SeriesCsvOptions(), null, progress, cancellation),
            },
        };
    }
}
