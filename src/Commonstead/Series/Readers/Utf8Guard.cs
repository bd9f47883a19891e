using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Commonstead.Series;

/// <summary>
/// A stream that lets only bounded UTF-8 text through: it refuses a wrong byte by its offset, zero bytes, too many
/// bytes and lines too long, and counts what went through.
/// </summary>
internal sealed class Utf8Guard(Stream inner, ReadLimits limits) : Stream
{
    private const int LongestCharacter = 4;

    private readonly byte[] _open = new byte[LongestCharacter];
    private int _openCount;
    private long _lineBytes;

    /// <summary>Bytes let through.</summary>
    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        if (count == 0)
        {
            if (_openCount > 0) throw Refused(SeriesFileErrorKind.NotUtf8, BytesRead - _openCount);
            return 0;
        }
        Check(buffer[..count]);
        BytesRead += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static RefusedFileException Refused(SeriesFileErrorKind kind, long number) => new(kind, number);

    private void Check(ReadOnlySpan<byte> bytes)
    {
        if (BytesRead + bytes.Length > limits.Bytes) throw Refused(SeriesFileErrorKind.TooLarge, limits.Bytes);
        var zero = bytes.IndexOf((byte)0);
        if (_openCount > 0 || !Utf8.IsValid(bytes)) CheckCharacters(zero < 0 ? bytes : bytes[..zero]);
        if (zero >= 0) throw Refused(SeriesFileErrorKind.NotText, BytesRead + zero);
        CheckLines(bytes);
    }

    // Only for blocks with a fault, or whose first or last character is cut in two.
    private void CheckCharacters(ReadOnlySpan<byte> bytes)
    {
        var start = BytesRead;
        while (_openCount > 0 && bytes.Length > 0)
        {
            _open[_openCount++] = bytes[0];
            bytes = bytes[1..];
            start++;
            var status = Rune.DecodeFromUtf8(_open.AsSpan(0, _openCount), out _, out _);
            if (status == OperationStatus.InvalidData)
                throw Refused(SeriesFileErrorKind.NotUtf8, start - _openCount);
            if (status == OperationStatus.Done) _openCount = 0;
        }
        while (bytes.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.InvalidData) throw Refused(SeriesFileErrorKind.NotUtf8, start);
            if (status == OperationStatus.NeedMoreData)
            {
                bytes.CopyTo(_open);
                _openCount = bytes.Length;
                return;
            }
            bytes = bytes[length..];
            start += length;
        }
    }

    private void CheckLines(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOf((byte)'\n');
            _lineBytes += end < 0 ? bytes.Length : end;
            if (_lineBytes > limits.LineBytes) throw Refused(SeriesFileErrorKind.LineTooLong, limits.LineBytes);
            if (end < 0) return;
            _lineBytes = 0;
            bytes = bytes[(end + 1)..];
        }
    }
}

/// <summary>Ends the reading of a file that can't be read on; caught in <see cref="CsvRows"/>.</summary>
internal sealed class RefusedFileException(SeriesFileErrorKind kind, long number) : Exception($"{kind} {number}")
{
    public SeriesFileErrorKind Kind { get; } = kind;

    /// <summary>The byte offset or the limit.</summary>
    public long Number { get; } = number;
}
