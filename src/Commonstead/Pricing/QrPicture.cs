using System.Text;
using QRCoder;

namespace Commonstead.Pricing;

/// <summary>
/// Draws an address as a QR code: one SVG path, so that it prints sharp and needs no style of its own.
/// </summary>
internal static class QrPicture
{
    /// <summary>
    /// The path of the dark modules and the size of the square they stand in, its white margin with it.
    /// </summary>
    public static (string Path, int Size) Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x]) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return (path.ToString(), rows.Count);
    }
}
