using System.Net;
using System.Text;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.People;

namespace Commonstead.Tests.Members;

/// <summary>A file of members comes in whole or not at all, and nobody is entered twice without being asked.</summary>
public sealed class ImportMembersTests : IAsyncLifetime
{
    private const string Header = "given_name,family_name,email,address,born_on,class,joined_on,shares\n";
    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Steward_ImportsAFile_SeesItFirst_AndSaysWhoIsWho()
    {
        var known = await _host.AddPerson("Ana", "Known", i => i.Email = "ana@example.org");
        using var steward = await _host.SignInAsSteward();
        var page = await (await steward.Open("/members/import")).Submit(
            new Dictionary<string, string>(), "main form", ("Upload", "members.csv", Encoding.UTF8.GetBytes(Header
                + "Ana,Known,ANA@example.org,,,general,2020-01-02,0\nBo,New,bo@example.org,,,,2021-03-04,2\n")));
        Assert.Contains("2 members. Nothing is written yet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Row 2: Ana Known", page.Text, StringComparison.Ordinal);
        Assert.Empty(await Roll());
        var refused = await page.Press("Import them all", new Dictionary<string, string>());
        Assert.Contains("say who Ana Known in row 2 is", Assert.Single(refused.Errors), StringComparison.Ordinal);
        page = await refused.Press("Import them all",
            new Dictionary<string, string> { ["Input.Choices[0].Who"] = known.ToString() });
        Assert.Equal("Members", page.Heading);
        var roll = await Roll();
        Assert.Equal(["Ana Known", "Bo New"], roll.Select(m => m.Name));
        Assert.Equal(known, roll[0].Person);
        var member = await _host.Entry(roll[1].Id);
        Assert.Equal(("New, Bo", "general", 2, MemberOrigin.PaperRegister),
            (member.SortName, member.Class, member.Shares, member.Origin));
        Assert.Contains("text/csv",
            (await steward.Http.GetAsync("/members/import?handler=Example")).Content.Headers.ContentType!.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameNameWithBirthDateOrAddress_IsAsked_AndOthersAreNot()
    {
        await _host.AddPerson("Sam", "Same", i => (i.BornOn, i.Post) = (new DateOnly(1980, 1, 1), "1 Oak Street"));
        var plan = await Check("Sam,Same,,,1980-01-01,,2020-01-01,0\nSam,Same,,1 OAK street,,,2020-01-01,0\n"
            + "Sam,Same,other@example.org,2 Elm Street,1990-01-01,,2020-01-01,0\n");
        Assert.Empty(plan.Problems);
        Assert.Equal([2, 3], plan.Doubtful.Select(r => r.Row));
    }

    [Fact]
    public async Task FileHasProblems_NamedWithRowAndColumn()
    {
        await _host.SetTerms(new DateOnly(2020, 1, 1), i => i.SharePrice = Commonstead.Core.Money.Of(
            1, Commonstead.Core.Currency.Usd));
        var plan = await Check("A,,,,,,2019-01-01,0\nB,B,no address,,,,2019-01-01,0\nC,C,,,,friends,2019-01-01,0\n"
            + "D,D,,,,public,2019-01-01,0\nE,E,,,,,2027-01-01,1\nF,F,,,2010-01-01,,2019-01-01,0\n"
            + "G,G,,,,,2021-01-01,0\nH,H,h@example.org,,,,2019-01-01,0\nh,h,H@example.org,,,,2019-01-01,0\n");
        Assert.Equal(
            [
                (2, "family_name"), (3, "email"), (4, "class"), (5, "class"), (6, "joined_on"), (7, "born_on"),
                (8, "shares"), (10, "family_name"),
            ],
            plan.Problems.Select(p => (p.Row, p.Column!)));
        Assert.Equal(ImportMembersRefusal.FileHasProblems, Code(await Import("A,,,,,,2019-01-01,0\n")));
        Assert.Empty(await Roll());
    }

    [Fact]
    public async Task FileGone_ChoiceMissing_SamePersonTwice_MemberAlready_HoldsNoLease()
    {
        Assert.Equal(ImportMembersRefusal.FileGone, Code(await _host.Does(
            (ImportMembers import) => import, new ImportMembersInput { Hash = new string('0', 64) })));
        var person = await _host.AddPerson("Pat", "Known", i => i.Email = "pat@example.org");
        const string Rows = "Pat,Known,pat@example.org,,,,2020-01-01,0\n"
            + "Patricia,Known,pat@example.org,,,,2020-01-01,0\n";
        Assert.Equal(ImportMembersRefusal.ChoiceMissing, Code(await Import(Rows)));
        Assert.Equal(ImportMembersRefusal.ChoiceMissing,
            Code(await Import(Rows, (2, Guid.CreateVersion7().ToString("N")))));
        Assert.Equal(ImportMembersRefusal.SamePersonTwice,
            Code(await Import(Rows, (2, person.ToString()), (3, person.ToString()))));
        Assert.True((await Import(Rows, (2, person.ToString()), (3, "new"))).IsDone);
        Assert.Equal(ImportMembersRefusal.MemberAlready,
            Code(await Import("Pat,Known,pat@example.org,,,,2021-01-01,0\n", (2, person.ToString()))));
        Assert.Equal(ImportMembersRefusal.HoldsNoLease,
            Code(await Import("Lee,Holder,,,,leaseholder,2021-01-01,0\n")));
    }

    [Fact]
    public async Task AThousandMembers_GetNumbersInTheirOrder()
    {
        var rows = string.Concat(Enumerable.Range(1, 1_000)
            .Select(n => $"N{n},Many,m{n}@example.org,,,,2020-01-01,0\n"));
        Assert.True((await Import(rows)).IsDone);
        var roll = await Roll();
        Assert.Equal(Enumerable.Range(1, 1_000), roll.Select(m => m.Number));
        Assert.Equal("N1000 Many", roll[^1].Name);
        using var steward = await _host.SignInAsSteward();
        Assert.Equal(HttpStatusCode.OK, (await steward.Open("/members?q=n1000")).Status);
    }

    private async Task<MemberPlan> Check(string rows) => await _host.Read<MemberFileCheck, MemberPlan>(
        check => check.Check(Encoding.UTF8.GetBytes(Header + rows)));

    private async Task<Outcome<ImportedMembers>> Import(string rows, params (int Row, string Who)[] choices)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Header + rows));
        var stored = await _host.Trust.Documents.Store(content, TestContext.Current.CancellationToken);
        return await _host.Does((ImportMembers import) => import, new ImportMembersInput
        {
            Hash = stored.Hash,
            Choices = [.. choices.Select(c => new WhoIsRow { Row = c.Row, Who = c.Who })],
        });
    }

    private Task<IReadOnlyList<MemberOnRoll>> Roll() =>
        _host.Read<IMembers, IReadOnlyList<MemberOnRoll>>(m => m.RollOn(_host.Trust.Today));

    private static Enum Code<T>(Outcome<T> outcome) => outcome.Refusals.Single().Code;
}
