using Insiders.Core.Pipeline;

namespace Insiders.Tests.Core.Pipeline;

public sealed class RunClockTests
{
    [Fact]
    public async Task Progress_never_goes_back_and_ends_at_1()
    {
        var seen = new List<RunProgress>();
        var clock = new RunClock(new Recorder(seen));

        foreach (var stage in Enum.GetValues<SegmentationStage>())
        {
            Assert.Equal(7, await clock.RunAsync(stage, report =>
            {
                report!.Report(0.5);
                report.Report(0.2); // a thread that comes late
                report.Report(0.9);
                return 7;
            }, CancellationToken.None));
        }

        Assert.Equal(seen.Select(step => step.TotalFraction).Order(), seen.Select(step => step.TotalFraction));
        Assert.DoesNotContain(seen, step => step.StageFraction == 0.2);
        Assert.Equal(0, seen[0].TotalFraction);
        Assert.Null(seen[0].Remaining);
        Assert.Equal(1, seen[^1].TotalFraction, 1e-12);
        Assert.InRange(seen[^1].Remaining!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(Enum.GetValues<SegmentationStage>(), clock.Timings.Select(timing => timing.Stage));
    }

    [Fact]
    public async Task Nobody_needs_to_listen()
    {
        var clock = new RunClock(null);

        Assert.True(await clock.RunAsync(SegmentationStage.Forest, report => report is null, CancellationToken.None));
    }

    private sealed class Recorder(List<RunProgress> seen) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => seen.Add(value);
    }
}
