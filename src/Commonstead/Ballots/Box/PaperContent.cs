using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Commonstead.Ballots;

/// <summary>
/// What stands in an envelope: the receipt, how many marks there are, and the marks, filled up so that every paper of a
/// ballot is as long as any other.
/// </summary>
/// <param name="Receipt">Random, in lower-case hexadecimal; whoever has it finds the paper after the count.</param>
/// <param name="Marks">As <see cref="Core.PaperSet"/> takes them.</param>
internal sealed record PaperContent(string Receipt, IReadOnlyList<ushort> Marks)
{
    /// <summary>Bytes of a receipt: no two of a ballot are alike by chance.</summary>
    public const int ReceiptBytes = 10;

    /// <summary>A paper with a receipt of its own.</summary>
    public static PaperContent Marked(IReadOnlyList<ushort> marks) =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ReceiptBytes)), marks);

    /// <summary>The bytes to seal.</summary>
    /// <param name="choices">Choices on the ballot paper.</param>
    public byte[] ToBytes(int choices)
    {
        var bytes = new byte[LengthOf(choices)];
        Convert.FromHexString(Receipt).CopyTo(bytes, 0);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(ReceiptBytes), checked((ushort)Marks.Count));
        for (var i = 0; i < Marks.Count; i++) BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(Place(i)), Marks[i]);
        return bytes;
    }

    /// <summary>Reads what was sealed.</summary>
    /// <returns>Null when it is no paper of a ballot with so many choices.</returns>
    public static PaperContent? Read(ReadOnlySpan<byte> bytes, int choices)
    {
        if (bytes.Length != LengthOf(choices)) return null;
        var count = BinaryPrimitives.ReadUInt16BigEndian(bytes[ReceiptBytes..]);
        if (count > choices) return null;
        var marks = new ushort[count];
        for (var i = 0; i < count; i++) marks[i] = BinaryPrimitives.ReadUInt16BigEndian(bytes[Place(i)..]);
        return new PaperContent(Convert.ToHexStringLower(bytes[..ReceiptBytes]), marks);
    }

    private static int LengthOf(int choices) => Place(choices);

    private static int Place(int mark) => ReceiptBytes + 2 + (mark * 2);
}
