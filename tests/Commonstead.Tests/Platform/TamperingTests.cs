using System.Globalization;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Platform;

/// <summary>
/// Whatever is changed by hand in an attested table, whichever it is and in whichever column, is found and named.
/// </summary>
public sealed class TamperingTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();
    private ByHand _hand = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
        var made = await _host.Run(
            _host.Trust, Actor.Visitor, s => ActivatorUtilities.CreateInstance<OneOfEach>(s), new OneOfEachInput());
        Assert.True(made.IsDone);
        await Sealing.SealNew(_host.Trust);
        var report = await Verification.Run(_host.Trust);
        Assert.Empty(report.Breaks);
        _hand = await ByHand.Open(_host.Trust);
    }

    public async ValueTask DisposeAsync()
    {
        await _hand.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task AChangedValue_IsFoundInEveryColumnOfEveryTable()
    {
        var tables = Tables();
        Assert.True(tables.Count >= 35);
        for (var nth = 0; nth < tables.Max(t => t.Columns.Count); nth++)
        {
            await Unguard();
            var changed = new List<Changed>();
            foreach (var table in tables.Where(t => t.Columns.Count > nth)) changed.Add(await Change(table, nth));
            var breaks = await Breaks();
            foreach (var one in changed)
            {
                Assert.True(
                    breaks.Any(b => b.StartsWith(one.Table.Name + " ", StringComparison.Ordinal)),
                    $"{one.Table.Name}.{one.Column} was changed and nothing said.\n{string.Join('\n', breaks)}");
            }

            await Unguard();
            foreach (var one in changed) await PutBack(one);
        }

        Assert.Empty(await Breaks());
    }

    [Fact]
    public async Task ARemovedRow_IsFoundInEveryTable()
    {
        await Unguard();
        foreach (var table in Tables())
        {
            var row = await _hand.First($"select \"{table.Key}\" from \"{table.Name}\"");
            await _hand.Do($"delete from \"{table.Name}\" where \"{table.Key}\" = @p0", row![0]);
        }

        var breaks = await Breaks();
        foreach (var table in Tables())
        {
            Assert.Contains(breaks, b => b.StartsWith(table.Name + " ", StringComparison.Ordinal)
                && b.EndsWith("but the row is gone.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task ARowUnderAnotherId_IsAnAddedAndARemovedOne()
    {
        // Each is two breaks, and a report names a hundred at most.
        foreach (var some in Tables().Chunk(25))
        {
            await Unguard();
            var changed = new List<Changed>();
            foreach (var table in some) changed.Add(await Change(table, table.Columns.IndexOf(table.Key)));
            var breaks = await Breaks();
            foreach (var table in some)
            {
                var own = breaks.Where(b => b.StartsWith(table.Name + " ", StringComparison.Ordinal)).ToList();
                Assert.Contains(own, b => b.EndsWith("no operation wrote this row.", StringComparison.Ordinal));
                Assert.Contains(own, b => b.EndsWith("but the row is gone.", StringComparison.Ordinal));
            }

            await Unguard();
            foreach (var one in changed) await PutBack(one);
        }
    }

    // The guards are back in their place before the check: they are no help here.
    private async Task<IReadOnlyList<string>> Breaks()
    {
        await using var db = _host.Trust.NewDb();
        await AppendOnlyTriggers.Ensure(db);
        return (await Verification.Run(_host.Trust)).Breaks;
    }

    private async Task Unguard()
    {
        await using var db = _host.Trust.NewDb();
        if (_host.Trust.IsSqlite) await _hand.Unguard(AppendOnlyTriggers.Tables(db));
    }

    private List<Table> Tables()
    {
        using var db = _host.Trust.NewDb();
        return
        [
            .. RecordWalk.RecordTypes(db).Select(e => new Table(
                e.GetTableName()!, e.FindPrimaryKey()!.Properties[0].GetColumnName(),
                [.. e.GetFlattenedProperties().Select(p => p.GetColumnName())],
                [.. e.GetFlattenedProperties().Where(p => IsYesNo(p.ClrType)).Select(p => p.GetColumnName())])),
        ];
    }

    private static bool IsYesNo(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool);

    private async Task<Changed> Change(Table table, int column)
    {
        var name = table.Columns[column];
        var row = await _hand.First(
            $"select \"{table.Key}\", \"{name}\" from \"{table.Name}\" where \"{name}\" is not null");
        Assert.True(row is not null, $"{table.Name}.{name} was not filled.");
        var other = Other(row[1], table.YesNo.Contains(name));
        var done = await _hand.Do(
            $"update \"{table.Name}\" set \"{name}\" = @p0 where \"{table.Key}\" = @p1", other, row[0]);
        Assert.Equal(1, done);
        return new Changed(table, name, name == table.Key ? other : row[0], row[1]);
    }

    private Task PutBack(Changed one) => _hand.Do(
        $"update \"{one.Table.Name}\" set \"{one.Column}\" = @p0 where \"{one.Table.Key}\" = @p1", one.Before, one.Key);

    private static object Other(object value, bool isYesNo) => value switch
    {
        long number when isYesNo => 1 - number,
        bool yes => !yes,
        long number => number + 1,
        int number => number + 1,
        double number => number + 1,
        decimal number => number + 1,
        DateTime at => at.AddSeconds(1),
        DateOnly day => day.AddDays(1),
        Guid => Guid.NewGuid(),
        byte[] bytes => bytes[..^1].Append((byte)(bytes[^1] ^ 1)).ToArray(),
        string { Length: 0 } => "x",
        string text => text[..^1] + OtherLast(text[^1]),
        _ => throw new NotSupportedException(
            string.Create(CultureInfo.InvariantCulture, $"No other value of a {value.GetType()}.")),
    };

    private static char OtherLast(char last) => last switch
    {
        '1' => '2',
        >= '0' and <= '9' => '1',
        'A' => 'B',
        _ => 'A',
    };

    private sealed record Table(string Name, string Key, List<string> Columns, List<string> YesNo);

    private sealed record Changed(Table Table, string Column, object Key, object Before);
}
