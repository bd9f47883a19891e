using Commonstead.Core;
using Commonstead.Lab;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Lab;

/// <summary>Long studies beside the pages: one after the other, bounded, stopped, and asked for by several.</summary>
[Trait("Engine", "none")]
public sealed class LabRunsTests : IDisposable
{
    private static readonly TimeSpan _long = TimeSpan.FromSeconds(30);

    private readonly LabLane _lane = new();
    private readonly ManualResetEventSlim _held = new();

    public void Dispose()
    {
        _lane.Dispose();
        _held.Dispose();
    }

    [Fact]
    public async Task ALongStudy_ShowsHowFarItIs_AndIsStopped_WhileAnotherWaits()
    {
        var runs = _lane.Of("oak");
        var first = Held(runs, "first");
        while (first.Share == 0) await Task.Yield();
        var second = runs.Begin<FuturesResult>("second", "", (_, _) => throw Broken).Value;
        Assert.Equal((0.4m, false, false), (first.Share, first.IsOver, second.IsOver));
        Assert.Same(first, runs.Begin<FuturesResult>("first", "", (_, _) => throw Broken).Value);
        Assert.NotSame(second, runs.Begin<FuturesResult>("second", "other figures", (_, _) => throw Broken).Value);
        Assert.True(second.IsStopped);
        first.Stop();
        Assert.Equal(StudyRefusal.Stopped, (await first.Work).Code());
        Assert.Equal(StudyRefusal.Stopped, (await second.Work).Code());
        Assert.NotSame(first, runs.Begin<FuturesResult>("first", "", (_, _) => throw Broken).Value);
    }

    [Fact]
    public async Task ARunThatFails_IsOver_AndSaysSo()
    {
        var run = _lane.Of("oak").Begin<FuturesResult>("failing", "", (_, _) => throw Broken).Value;
        Assert.True(await run.IsOverWithin(_long, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => run.Work);
    }

    [Fact]
    public void SeveralWhoAskForTheSameAtOnce_ShareOneRun()
    {
        var runs = _lane.Of("oak");
        var begun = new LabRun[64];
        Parallel.For(0, begun.Length, at => begun[at] = Held(runs, "same"));
        Assert.Single(begun.Distinct());
    }

    [Fact]
    public void ATrustHasFourUnderWayAtMost_WhateverAnotherDoes()
    {
        var runs = _lane.Of("oak");
        var four = Enumerable.Range(0, 4).Select(at => Held(runs, $"{at}")).ToList();
        var fifth = runs.Begin<FuturesResult>("4", "", (_, _) => throw Broken);
        Assert.Equal(StudyRefusal.TooManyWaiting, fifth.Code());
        Assert.Same(four[3], Held(runs, "3"));
        Assert.True(_lane.Of("elm").Begin<FuturesResult>("4", "", (_, _) => throw Broken).IsDone);
        four[2].Stop();
        Assert.True(runs.Begin<FuturesResult>("4", "", (_, _) => throw Broken).IsDone);
    }

    [Fact]
    public async Task EachTrustKeepsItsOwnLastResults()
    {
        var elm = _lane.Of("elm").Begin<string>("first", "", (_, _) => "elm").Value;
        await elm.Work;
        for (var at = 0; at < 10; at++) await _lane.Of("oak").Begin<string>($"{at}", "", (_, _) => "oak").Value.Work;
        Assert.Same(elm, _lane.Of("elm").Find("first"));
        Assert.Null(_lane.Of("oak").Find("0"));
        Assert.NotNull(_lane.Of("oak").Find("9"));
    }

    [Fact]
    public void TheShare_NeverFalls_WhoeverReportsFirst()
    {
        var run = Held(_lane.Of("oak"), "first");
        Parallel.For(0, 10_000, at => run.Report(at / 10_000m));
        Assert.Equal(0.999m, run.Share);
        run.Report(0.2m);
        Assert.Equal(0.999m, run.Share);
    }

    [Fact]
    public async Task AStudy_TakesNoThreadThatAnswersPages() => Assert.Equal("its own", (await _lane.Of("oak")
        .Begin<string>("first", "", (_, _) => Thread.CurrentThread.IsThreadPoolThread ? "the pool's" : "its own")
        .Value.Work).Value);

    private static InvalidOperationException Broken => new("It broke.");

    private LabRun<FuturesResult> Held(LabRuns runs, string address) =>
        runs.Begin<FuturesResult>(address, "", (progress, stop) =>
        {
            progress.Report(0.4m);
            _held.Wait(stop);
            throw Broken;
        }).Value;
}
