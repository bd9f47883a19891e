using Commonstead.Platform.Operations;

namespace Commonstead.Platform.Imports;

/// <summary>Finds a file to be imported among the trust's documents.</summary>
internal static class StoredFile
{
    /// <summary>Its bytes, or null when there is none or it is larger than is taken.</summary>
    public static async Task<byte[]?> Load(Acting acting, string hash)
    {
        try
        {
            await using var stream = acting.Trust.Documents.Open(hash);
            if (stream.Length > CsvTable.LargestBytes) return null;
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            return bytes;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
