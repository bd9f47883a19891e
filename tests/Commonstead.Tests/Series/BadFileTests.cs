using System.Text;
using Commonstead.Series;
using static Commonstead.Tests.Series.ReaderFixture;

namespace Commonstead.Tests.Series;

public class BadFileTests
{
    private static readonly SeriesCsvOptions _options = new();

    [Theory]
    // Latin-1 é at byte 20, a cut character at the end, an overlong form, a surrogate.
    [InlineData(new byte[] { 0xE9, 0x0A }, 20)]
    [InlineData(new byte[] { 0x41, 0xE2, 0x82 }, 21)]
    [InlineData(new byte[] { 0xC0, 0x80 }, 20)]
    [InlineData(new byte[] { 0x41, 0x0A, 0xED, 0xA0, 0x80 }, 22)]
    public void Read_NamesTheFirstByteThatIsNotUtf8(byte[] tail, int offset)
    {
        byte[] bytes = [.. "series,period,value\n"u8, .. tail];
        var error = SeriesCsvReader.Read(Bytes(bytes), _options).OnlyError();
        Assert.Equal(
            $"The file is not UTF-8 text: byte {offset} belongs to no character.", error.ToString());
    }

    [Fact]
    public void Read_FindsAWrongByteFarIntoTheFileHoweverItIsCutIntoBlocks()
    {
        var text = "series,period,value,area,area_name\n" + string.Concat(
            Enumerable.Range(1, 8000).Select(row => $"x,2026,{row},us:a:{row},Łódź 🏡 {row}\n"));
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text)];
        Assert.True(SeriesCsvReader.Read(new TrickleStream(bytes, 7), _options).IsRead);
        bytes[^3] = 0xFF;
        var error = SeriesCsvReader.Read(new TrickleStream(bytes, 7), _options).OnlyError();
        Assert.Equal(SeriesFileErrorKind.NotUtf8, error.Kind);
        Assert.Equal((bytes.Length - 3).ToString(), error.Detail);
    }

    [Fact]
    public void Read_RefusesUtf16()
    {
        byte[] marked = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("series")];
        var error = SeriesCsvReader.Read(Bytes(marked), _options).OnlyError();
        Assert.Equal((SeriesFileErrorKind.NotUtf8, "0"), (error.Kind, error.Detail));
        error = SeriesCsvReader.Read(Bytes(Encoding.Unicode.GetBytes("series")), _options).OnlyError();
        Assert.Equal((SeriesFileErrorKind.NotText, "1"), (error.Kind, error.Detail));
    }

    [Fact]
    public void Read_TakesAByteOrderMarkAndCarriageReturns()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. "series,period,value\r\nx,2026,5\r\n"u8];
        var file = SeriesCsvReader.Read(Bytes(marked), _options);
        Assert.Equal(5, file.Figure("x", null, "2026"));
    }

    [Theory]
    [InlineData("x,2026,\"5", SeriesFileErrorKind.OpenQuote)]
    [InlineData("x,2026,\"5\nx,2027,6", SeriesFileErrorKind.OpenQuote)]
    [InlineData("x,20\"26,5", SeriesFileErrorKind.BadQuote)]
    [InlineData("x,2026,\"5\"6", SeriesFileErrorKind.BadQuote)]
    public void Read_RefusesWrongQuotes(string row, SeriesFileErrorKind expected)
    {
        var file = SeriesCsvReader.Read(Text("series,period,value", row), _options);
        Assert.Empty(file.Figures);
        Assert.Equal((expected, 2), (file.Errors[0].Kind, file.Errors[0].Row));
    }

    [Fact]
    public void Read_RefusesWhatIsBeyondItsLimits()
    {
        Assert.Equal(SeriesFileErrorKind.TooLarge, Limited(ReadLimits.Usual with { Bytes = 30 }));
        Assert.Equal(SeriesFileErrorKind.TooManyRows, Limited(ReadLimits.Usual with { Rows = 2 }));
        Assert.Equal(SeriesFileErrorKind.LineTooLong, Limited(ReadLimits.Usual with { LineBytes = 10 }));
    }

    [Fact]
    public void Read_StopsEarlyInAFileWithoutLines()
    {
        var commas = new byte[8 * 1024 * 1024];
        Array.Fill(commas, (byte)',');
        var stream = new MemoryStream(commas);
        Assert.Equal(SeriesFileErrorKind.LineTooLong, SeriesCsvReader.Read(stream, _options).OnlyError().Kind);
        Assert.InRange(stream.Position, 1, 1024 * 1024);
    }

    [Fact]
    public void Read_CollectsErrorsUpToTheCap()
    {
        string[] lines = ["series,period,value", .. Enumerable.Repeat("x,2026,bad", 50)];
        var file = SeriesCsvReader.Read(Text(lines), _options, ReadLimits.Usual with { Errors = 10 });
        Assert.Equal(10, file.Errors.Count);
        Assert.True(file.HasMoreErrors);
        Assert.False(SeriesCsvReader.Read(Text(lines), _options).HasMoreErrors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \n")]
    [InlineData("series,period,value\n")]
    public void Read_RefusesAFileWithoutFigures(string text) =>
        Assert.Equal(
            SeriesFileErrorKind.Empty,
            SeriesCsvReader.Read(Bytes(Encoding.UTF8.GetBytes(text)), _options).OnlyError().Kind);

    [Fact]
    public void Read_ReportsHowFarItIs()
    {
        var reports = new Reports();
        string[] lines = ["series,period,value", .. Enumerable.Range(1000, 800).Select(year => $"x{year},2026,1")];
        SeriesCsvReader.Read(Text(lines), _options, progress: reports);
        Assert.Equal([500, 801], reports.All.Select(report => report.Rows));
        Assert.Equal(20 + 800 * 13, reports.All[^1].Bytes);
    }

    [Fact]
    public void Read_CanBeCancelled() =>
        Assert.Throws<OperationCanceledException>(() => SeriesCsvReader.Read(
            Text("series,period,value"), _options, cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void Errors_HaveASentenceEachAndShortenLongText()
    {
        foreach (var kind in Enum.GetValues<SeriesFileErrorKind>())
            Assert.EndsWith(".", new SeriesFileError(kind, 1, 1, "x").ToString(), StringComparison.Ordinal);
        Assert.Equal(60, new SeriesFileError(SeriesFileErrorKind.NotANumber, 1, 1, new string('x', 500)).Detail.Length);
    }

    private static SeriesFileErrorKind Limited(ReadLimits limits) =>
        SeriesCsvReader.Read(Text("series,period,value", "x,2025,1", "x,2026,2"), _options, limits).OnlyError().Kind;

    /// <summary>Keeps the reports in order, where Progress would post them to other threads.</summary>
    private sealed class Reports : IProgress<ReadProgress>
    {
        public List<ReadProgress> All { get; } = [];

        public void Report(ReadProgress value) => All.Add(value);
    }

    /// <summary>Gives a few bytes at a time, as a slow network does.</summary>
    private sealed class TrickleStream(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(most, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(most, count));
    }
}
