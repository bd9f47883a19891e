using Commonstead.People;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.Tests.People;

public sealed class PersonalColumnTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task EveryStoredText_SaysWhetherItIsPersonal()
    {
        await using var db = host.Trust.NewDb();
        var texts = db.Model.GetEntityTypes().SelectMany(e => e.GetFlattenedProperties())
            .Where(p => p.ClrType == typeof(string)).ToList();
        Assert.True(texts.Count > 20);
        Tidy.Found.Nothing(texts.Where(p => !PersonalColumns.IsDeclared(p)).Select(Name));
    }

    [Fact]
    public async Task EveryPersonalText_SaysWhyItIsHeld()
    {
        await using var db = host.Trust.NewDb();
        Tidy.Found.Nothing(db.Model.GetEntityTypes().SelectMany(e => e.GetFlattenedProperties())
            .Where(p => PersonalColumns.Of(p) is { } declared
                && (declared.Purpose.Length < 15 || declared.Kept.Length == 0 || declared.YearsByLaw < 0))
            .Select(Name));
    }

    [Fact]
    public async Task ColumnsThatHoldAPerson_AreFoundByTheirType()
    {
        var columns = await host.Read<PersonRows, List<string>>(
            rows => Task.FromResult(rows.Columns().Select(Name).ToList()));
        Assert.Contains("ContactPoint.Person", columns);
        Assert.Contains("HouseholdMember.Person", columns);
        Assert.Contains("Account.Person", columns);
        Assert.Contains("Person.MergedInto", columns);
        Assert.DoesNotContain("Person.Id", columns);
    }

    private static string Name(IProperty column) => $"{column.DeclaringType.ClrType.Name}.{column.Name}";
}
