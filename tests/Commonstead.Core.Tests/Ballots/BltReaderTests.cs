using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Commonstead.Core.Tests;

public class BltReaderTests
{
    private const string Names = "\"Adam\"\n\"Basil\"\n\"Charlotte\"\n\"Donald\"\n\"Title\"\n";

    // Algorithm 123's own example, and the same papers as other programs write them.
    [Theory]
    [InlineData("4 2\n-2\n3 1 3 4 0\n4 1 3 2 0\n0\n" + Names)]
    [InlineData("4 2 -2 3 1 3 4 0 4 1 3 2 0 0 \"Adam\" \"Basil\" \"Charlotte\" \"Donald\" \"Title\"")]
    [InlineData("4 2 # four for two\n\n[withdrawn 2]\n3 1 3 4 0 # three\n/* more\nof them */\n4 1 3 2 0\n0\n" + Names)]
    [InlineData("4 2\r\n-2\r\n3 1 3 4\r\n4 1 3 2\r\n0\r\nAdam\r\nBasil\r\nCharlotte\r\nDonald\r\nTitle")]
    [InlineData("4 2\n[nick A B C D]\n-B\n3 A C D 0\n4 A C B 0\n0\n" + Names)]
    [InlineData("4 2\n-2\n3 1 3 4 0\n1 1 3 2 0\n3 1 3 2 0\n0\n" + Names + "\"a source\"\n\"a comment\"")]
    [InlineData("4 2\n-2\n3 1 3 4 - 0\n4 1 3 2 - - 0\n0\n“Adam”\n“Basil”\n“Charlotte”\n“Donald”\n“Title”")]
    public void Read_TakesEveryCommonForm(string text)
    {
        var file = Count.Read(text);
        var contest = file.Contest;
        Assert.Equal("Title", contest.Title);
        Assert.Equal(2, contest.Seats);
        Assert.Equal(["Adam", "Basil", "Charlotte", "Donald"], contest.Candidates.Select(c => c.Name));
        Assert.Equal([1], Enumerable.Range(0, 4).Where(c => contest.Candidates[c].HasWithdrawn));
        Assert.Equal(["4: 0 2 1", "3: 0 2 3"], Papers(contest));
        Assert.Empty(file.Notes);
    }

    [Theory]
    [InlineData("2 1 - 3 0", "2: 0", BltNoteKind.CutAtGap)]
    [InlineData("2 1 3 1 4 0", "2: 0 2", BltNoteKind.CutAtRepeat)]
    [InlineData("2 1 3=4 2 0", "2: 0", BltNoteKind.CutAtEqual)]
    [InlineData("2 1 (3 4) 2 0", "2: 0", BltNoteKind.CutAtEqual)]
    [InlineData("2 1=2=3 0", "2: ", BltNoteKind.CutAtEqual)]
    [InlineData("2 - 1 0", "2: ", BltNoteKind.CutAtGap)]
    [InlineData("2 0", "2: ", BltNoteKind.Unmarked)]
    public void Read_CountsAPaperUpToItsFirstGapOrRepeatAndSaysSo(string ballot, string expected, BltNoteKind kind)
    {
        var file = Count.Read($"4 2\n{ballot}\n0\n{Names}");
        Assert.Equal([expected], Papers(file.Contest));
        Assert.Equal([new BltNote(kind, 2, 2)], file.Notes);
    }

    [Fact]
    public void Read_TakesIdentitiesOfSinglePapers() =>
        Assert.Equal(["2: 0 2"], Papers(Count.Read($"4 2\n(C17) 1 1 3 0\n(C 18) 1 1 3 0\n0\n{Names}").Contest));

    [Fact]
    public void Read_TakesAnOrderForTies() =>
        Assert.Equal([3, 0, 2, 1], Count.Read($"4 2\n[tie 4 1 3 2]\n1 1 0\n0\n{Names}").Lot!.Order);

    [Fact]
    public void Read_JoinsAPartyInQuotationMarksOfItsOwn() => Assert.Equal(
        ["Ann Party of Trees", "Ben \"B\" Party"],
        Count.Read("2 1\n1 1 0\n0\n\"Ann\" \"Party of Trees\"\n\"Ben \\\"B\\\" Party\"\n")
            .Contest.Candidates.Select(c => c.Name));

    [Fact]
    public void Read_KnowsOlderEncodings()
    {
        const string Text = "1 1\n1 1 0\n0\n\"Zoë Müller\"\n\"Café\"\n";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        foreach (var encoding in new[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, windows })
        {
            var contest = BltReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]).Contest;
            Assert.Equal(("Zoë Müller", "Café"), (contest.Candidates[0].Name, contest.Title));
        }
    }

    [Theory]
    [InlineData("", 1, "the number of candidates")]
    [InlineData("4", 1, "the number of seats")]
    [InlineData("0 1\n", 1, "no candidates")]
    [InlineData("4 0\n", 1, "no seats")]
    [InlineData("4 2\n1 5 0\n0\n", 2, "5 is no candidate's number; there are 4")]
    [InlineData("4 2\n1 1 0\n", 3, "end with a 0 by itself")]
    [InlineData("4 2\n1 1 0\n\"Adam\"\n", 3, "end with a 0 by itself")]
    [InlineData("4 2\n1 1 0 3 0\n0\n", 2, "write - for a preference that was left out")]
    [InlineData("4 2\n1 1 2\n1 3 0\n0\n", 3, "compare line 2")]
    [InlineData("4 2\n1 x 0\n0\n", 2, "“x” is no candidate")]
    [InlineData("4 2\n1.5 1 0\n0\n", 2, "is no candidate")]
    [InlineData("4 2\n(7) 3 1 0\n0\n", 2, "write 1 after the identity")]
    [InlineData("4 2\n[droop rule=meek]\n", 2, "The option “droop” is not known")]
    [InlineData("4 2\n[tie 1 2]\n", 2, "names every candidate once")]
    [InlineData("4 2\n[tie 1 2", 2, "lacks its closing bracket")]
    [InlineData("4 2\n1 (1 2\n0\n", 2, "lack their closing parenthesis")]
    [InlineData("4 2\n/* 1 1 0\n0\n", 2, "does not end")]
    [InlineData("4 2\n0\n\"Adam\"\n", 4, "only 1 names")]
    [InlineData("1 1\n0\n\"Adam\n", 3, "closing quotation mark is missing")]
    [InlineData("1 1\n0\nAdam\nTitle\na\nb\nc\n", 7, "Nothing more is expected")]
    [InlineData("1 1\n99999999999999999999 1 0\n0\n", 2, "too large")]
    [InlineData("1 1\n999999999 1 0\n999999999 1 0\n0\n", 3, "more than 1000000000 papers")]
    public void Read_SaysWhereAFileIsWrong(string text, int line, string what)
    {
        var wrong = Assert.Throws<BltException>(() => Count.Read(text));
        Assert.Equal(line, wrong.Line);
        Assert.Contains(what, wrong.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyBytesGiveAFileOrAnError() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements("0123456789 \n\"-=()[]#/*a\\“”\r"u8.ToArray())).ToArbitrary(), bytes =>
        {
            try
            {
                Assert.NotNull(BltReader.Read(bytes));
            }
            catch (BltException wrong)
            {
                Assert.InRange(wrong.Line, 1, bytes.Length + 1);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithEndSize(60));

    private static string[] Papers(Contest contest) =>
    [
        .. contest.Papers.Sorted().Select(paper =>
            $"{contest.Papers.Copies(paper)}: {string.Join(' ', contest.Papers.Marks(paper).ToArray())}"),
    ];
}
