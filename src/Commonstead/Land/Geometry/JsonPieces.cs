using System.Globalization;
using System.Text.Json;
using Commonstead.Platform.Web;

namespace Commonstead.Land;

/// <summary>
/// Reads JSON from a stream token by token, or a whole value at a time, holding no more than one value in memory.
/// </summary>
internal sealed class JsonPieces(Stream stream, long mostBytes, int mostValueBytes)
{
    private const int FirstBlock = 64 * 1024;
    private static readonly byte[] _byteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly JsonReaderOptions _options = new() { MaxDepth = 32 };

    private byte[] _buffer = new byte[FirstBlock];
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private JsonReaderState _state = new(_options);

    /// <summary>Bytes read from the stream.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The kind of the token read last.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>The name or text of the token read last, when it is a property name or a string.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Reads the next token.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Next()
    {
        while (true)
        {
            var reader = Reader();
            if (reader.Read())
            {
                Token = reader.TokenType;
                if (Token is JsonTokenType.PropertyName or JsonTokenType.String) Text = reader.GetString() ?? "";
                Accept(reader);
                return true;
            }
            if (_isAtEnd) return false;
            Fill();
        }
    }

    /// <summary>Reads the next value whole, or null when the array around it ends instead.</summary>
    public JsonDocument? NextValue()
    {
        while (true)
        {
            var reader = Reader();
            if (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    Token = reader.TokenType;
                    Accept(reader);
                    return null;
                }
                var from = (int)reader.TokenStartIndex;
                if (reader.TrySkip())
                {
                    var value = _buffer.AsMemory(_start + from, (int)reader.BytesConsumed - from);
                    if (value.Length > mostValueBytes) throw TooLargeValue();
                    // A copy: the document must not see the buffer move on.
                    var document = JsonDocument.Parse(value.ToArray());
                    Accept(reader);
                    return document;
                }
            }
            if (_isAtEnd) throw new RefusedJsonException(GeometryErrorKind.NotJson, "it is cut off.");
            Fill();
        }
    }

    /// <summary>Where a text ceases to be JSON, without the parser's own words.</summary>
    public static string WhereWrong(JsonException wrong) => wrong.LineNumber is { } line
        ? string.Create(CultureInfo.InvariantCulture,
            $"it goes wrong, or ends too early, in line {line + 1} near character {wrong.BytePositionInLine + 1}.")
        : "it goes wrong, or ends too early.";

    private Utf8JsonReader Reader() => new(_buffer.AsSpan(_start, _end - _start), _isAtEnd, _state);

    private void Accept(Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private RefusedJsonException TooLargeValue() => TooLarge(GeometryErrorKind.FeatureTooLarge, mostValueBytes);

    private static RefusedJsonException TooLarge(GeometryErrorKind kind, long limit) =>
        new(kind, FileSize.ToReader(limit));

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length)
        {
            if (_end > mostValueBytes) throw TooLargeValue();
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var count = stream.Read(_buffer.AsSpan(_end));
        var isFirst = BytesRead == 0;
        BytesRead += count;
        if (BytesRead > mostBytes) throw TooLarge(GeometryErrorKind.TooLarge, mostBytes);
        _isAtEnd = count == 0;
        _end += count;
        if (isFirst && _buffer.AsSpan(0, _end).StartsWith(_byteOrderMark)) _start = _byteOrderMark.Length;
    }
}

/// <summary>Ends the reading of a file that can't be read on; caught in <see cref="LandFeatureReader"/>.</summary>
internal sealed class RefusedJsonException(GeometryErrorKind kind, string detail) : Exception(detail)
{
    public GeometryErrorKind Kind { get; } = kind;
}
