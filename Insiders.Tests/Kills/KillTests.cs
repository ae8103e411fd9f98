using System.Diagnostics;
using System.Globalization;
using Insiders.Tests.Fixtures.Browsing;
using Xunit.Abstractions;

namespace Insiders.Tests.Kills;

/// <summary>Kills sites during all kinds of work and checks what the next start makes of it. These tests run after the browser tests, not in parallel with them.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class KillTests(BrowserFixture browser, KillRepetitions repetitions, ITestOutputHelper output) : IClassFixture<KillRepetitions>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(200);

    [Theory]
    [MemberData(nameof(KillRepetitions.Cases), false, MemberType = typeof(KillRepetitions))]
    public Task A_kill_at_any_moment_loses_nothing_and_leaves_nothing_half_done(string kind, int repetition) => KillAsync(kind, repetition);

    [BrowserTheory]
    [MemberData(nameof(KillRepetitions.Cases), true, MemberType = typeof(KillRepetitions))]
    public Task A_kill_after_a_click_leaves_all_of_what_was_asked_or_nothing(string kind, int repetition) => KillAsync(kind, repetition);

    private async Task KillAsync(string name, int repetition)
    {
        var kind = KillCatalog.All.Single(kind => kind.Name == name);
        var way = repetition % kind.Ways;
        var held = false;
        try
        {
            var whole = await repetitions.DurationAsync(kind, way, () => RepeatAsync(kind, way, null));
            var moment = KillRepetitions.MomentOf(kind, repetition, whole);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Killed {moment.TotalMilliseconds:N0} ms after its beginning; the work takes {whole.TotalMilliseconds:N0} ms."));
            await RepeatAsync(kind, way, moment);
            held = true;
        }
        finally
        {
            output.WriteLine(repetitions.Note(kind, held));
        }
    }

    /// <summary>Starts the work and kills it at a given moment, or when it is done.</summary>
    /// <returns>How long it took until then.</returns>
    private async Task<TimeSpan> RepeatAsync(KillKind kind, int way, TimeSpan? moment)
    {
        await using var site = await repetitions.OpenAsync(browser);
        var scenario = kind.Create(site, way);
        await scenario.PrepareAsync();
        await scenario.BeginAsync();
        var watch = Stopwatch.StartNew();
        using var killed = new CancellationTokenSource();
        var work = scenario.WorkAsync(killed.Token);
        await (moment is null ? work : Task.Delay(moment.Value, CancellationToken.None));
        var took = watch.Elapsed;

        // Work that failed before it was killed fails the test.
        await (work.IsFaulted ? work : Task.CompletedTask);
        var wasDone = work.IsCompletedSuccessfully;
        await scenario.KillAsync();
        await killed.CancelAsync();
        await work.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

        await scenario.ReturnAsync();
        await SettleAsync(site, scenario, wasDone);
        return took;
    }

    private async Task SettleAsync(KilledSite site, KillScenario scenario, bool wasDone)
    {
        await Aftermath.CheckAccessAsync(site);
        IReadOnlyList<string> faults = [];
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < s_patience; await Task.Delay(s_betweenLooks))
        {
            faults = await scenario.FindFaultsAsync(wasDone);
            faults = faults.Count > 0 ? faults : await Aftermath.FindFaultsAsync(site);
            if (faults.Count == 0)
            {
                return;
            }
        }

        output.WriteLine(site.Log);
        Assert.Fail(string.Join('\n', faults));
    }
}
