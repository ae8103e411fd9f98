using System.Collections.Immutable;
using System.Diagnostics;
using Insiders.Core.Numerics;

namespace Insiders.Core.Pipeline;

/// <summary>Times the stages of a run and turns each stage's progress into the run's.</summary>
/// <remarks>The weights are typical shares of a run's time: they shape the progress bar and the remaining time, nothing else.</remarks>
internal sealed class RunClock(IProgress<RunProgress>? progress)
{
    private static readonly ImmutableArray<(SegmentationStage Stage, double Weight)> s_weights =
    [
        (SegmentationStage.Clean, 0.07), (SegmentationStage.Features, 0.06), (SegmentationStage.Forest, 0.20), (SegmentationStage.Embed, 0.28),
        (SegmentationStage.Map, 0.11), (SegmentationStage.Cluster, 0.26), (SegmentationStage.Segments, 0.02),
    ];

    private readonly Stopwatch _whole = Stopwatch.StartNew();
    private readonly List<StageTiming> _timings = [];
    private readonly Lock _lock = new();
    private double _reached;

    public ImmutableArray<StageTiming> Timings => [.. _timings];

    public async Task<T> RunAsync<T>(SegmentationStage stage, Func<IProgress<double>?, Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        Report(stage, 0);
        var result = await work(progress is null ? null : new StageProgress(this, stage));
        _timings.Add(new StageTiming(stage, watch.Elapsed.TotalSeconds));
        Report(stage, 1);
        return result;
    }

    /// <summary>Runs a stage that computes, away from the caller's thread.</summary>
    public Task<T> RunAsync<T>(SegmentationStage stage, Func<IProgress<double>?, T> work, CancellationToken cancellationToken)
        => RunAsync(stage, report => SameScheduler.RunAsync(() => work(report), cancellationToken));

    private void Report(SegmentationStage stage, double fraction)
    {
        if (progress is null)
        {
            return;
        }

        var before = s_weights.TakeWhile(entry => entry.Stage != stage).Sum(entry => entry.Weight);
        var own = s_weights.First(entry => entry.Stage == stage).Weight;
        lock (_lock)
        {
            // Several threads report; what comes late must not take the bar back.
            var total = Math.Clamp(before + (own * fraction), 0, 1);
            if (total < _reached)
            {
                return;
            }

            _reached = total;
            var elapsed = _whole.Elapsed;
            progress.Report(new RunProgress(stage, fraction, total, total > 0.05 ? elapsed * ((1 - total) / total) : null));
        }
    }

    private sealed class StageProgress(RunClock clock, SegmentationStage stage) : IProgress<double>
    {
        public void Report(double value) => clock.Report(stage, value);
    }
}
