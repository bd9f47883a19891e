namespace Commonstead.Platform.Documents;

/// <summary>
/// The media type a stored file is sent with. What the sender claimed is not believed; a file of an unknown kind goes
/// out as bytes, and nothing that a browser would run is among the known ones.
/// </summary>
public static class SafeMediaType
{
    /// <summary>Bytes of any kind.</summary>
    public const string Bytes = "application/octet-stream";

    private static readonly Dictionary<string, string> _byEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".geojson"] = "application/geo+json",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".eml"] = "message/rfc822",
    };

    /// <summary>The media type of a file by the ending of its name.</summary>
    public static string Of(string fileName) =>
        _byEnding.GetValueOrDefault(Path.GetExtension(fileName), Bytes);

    /// <summary>
    /// A name that is safe to save under on any system: the last part of a path, without control characters and the
    /// characters that file systems reserve, at most 120 characters with its ending kept.
    /// </summary>
    public static string NameOf(string fileName)
    {
        var last = fileName.Split('/', '\\')[^1];
        var clean = string.Concat(last.Select(c => char.IsControl(c) || "<>:\"|?*".Contains(c) ? '_' : c));
        clean = clean.Trim(' ', '.');
        if (clean.Length == 0) return "document";
        var ending = Path.GetExtension(clean);
        return clean.Length <= 120 ? clean : clean[..Math.Max(1, 120 - ending.Length)] + ending;
    }
}
