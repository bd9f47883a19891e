using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.Platform.Cli;
using Commonstead.Platform.Data;
using Commonstead.Tests.Land;
using Commonstead.Tests.Leases;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.CommandLine;

/// <summary>
/// The imports of land and leases as an operator runs them, each in a process of its own; that either engine takes what
/// is imported is tested without processes.
/// </summary>
[Trait("Engine", "none")]
public sealed class ImportCommandTests : IAsyncLifetime
{
    private const string Header = "lease_number,home_number,starts_on,ends_on,leaseholders";

    private readonly TrustHost _host = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_file);
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task ParcelsThenHomesThenLeases_ComeFromFiles()
    {
        var ring = "[-72.59,42.1],[-72.588,42.1],[-72.588,42.101],[-72.59,42.101],[-72.59,42.1]";
        var feature = $$"""{"type":"Feature","geometry":{{SetOutlineTests.Polygon(ring)}},""" +
            """ "properties":{"name":"Oak Field","address":"Oak Street"}}""";
        await Write($$"""{"type":"FeatureCollection","features":[{{feature}}]}""");
        await Does("Would bring 1 parcel.", "parcels", "import", _file, "--dry-run");
        await Does("Imported 1 parcel.", "parcels", "import", _file);
        await IsRefused("There is a parcel called “Oak Field” already.", "parcels", "import", _file);
        await Write("number,parcel,address\nH-1,Oak Field,1 Oak Street\n");
        await Does("Imported 1 home.", "homes", "import", _file);
        await IsRefused(
            "row 2, column number: There is a home with the number “H-1” already.", "homes", "import", _file);
        await Write("number,parcel,address\nH-2,Oak Field,2 Oak Street\n");
        var dry = await Run(["homes", "import", _file, "--dry-run"]);
        Assert.Contains("Checked 1 of 1", dry.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Written", dry.Errors, StringComparison.Ordinal);
        var person = await _host.NewPerson("Commanded");
        await Write($"{Header}\nL-1,H-1,2019-05-14,2118-05-13,{person}\n");
        await Does("Imported 1 lease and 0 new homes.", "leases", "import", _file);
        await Write($"{Header}\nL-2,H-1,2025-02-30,2118-05-13,x\n");
        await IsRefused(
            "row 2, column starts_on: There is no day “2025-02-30” in the calendar.", "leases", "import", _file);
        await Write($"{Header}\nL-2,H-2,30.02.2025,2118-05-13,x\nL-2,H-2,2119-05-14,2118-05-13,x\n");
        await IsRefused("column starts_on: “30.02.2025” is not a date as the file has", "leases", "import", _file);
        await IsRefused(
            "row 3, column ends_on: The lease ends on 2118-05-13, before it starts on 2119-05-14.",
            "leases", "import", _file);
        await IsRefused(
            "row 3, column lease_number: Row 2 of the file has the number L-2 too.", "leases", "import", _file);
    }

    [Fact]
    public async Task FilesOfAnotherForm_AreRefusedInPlainWords()
    {
        await _host.FoundTrusts();
        await Write(Header.Replace(',', ';') + "\nL-2;H-2;2019-05-14;2118-05-13;x\n");
        await IsRefused("row 1: Its columns are separated by semicolons.", "leases", "import", _file);
        await Write("");
        await IsRefused("The file is empty.", "leases", "import", _file);
        await Write("{\"type\":\"FeatureCollection\",\n\"features\":[,");
        await IsRefused("it goes wrong, or ends too early, in line 2 near character 13.", "parcels", "import", _file);
    }

    private Task Write(string text) => File.WriteAllTextAsync(_file, text);

    private async Task Does(string says, params string[] arguments)
    {
        var (code, output, errors) = await Run(arguments);
        Assert.Equal((ExitCode.Done, ""), (code, code == ExitCode.Done ? "" : errors));
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    private async Task IsRefused(string says, params string[] arguments)
    {
        var (code, _, errors) = await Run(arguments);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    private Task<Ended> Run(string[] arguments) =>
        ProgramProcess.Run([.. arguments, .. ProgramProcess.Naming(_host)]);
}
