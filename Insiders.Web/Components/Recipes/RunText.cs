using Insiders.Core.Application.Runs;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;

namespace Insiders.Web.Components.Recipes;

/// <summary>Texts about runs in the reader's language.</summary>
public static class RunText
{
    /// <summary>The state of a run.</summary>
    public static string Of(RunState state) => state switch
    {
        RunState.Queued => Texts.RunsStateQueued,
        RunState.Running => Texts.RunsStateRunning,
        RunState.Succeeded => Texts.RunsStateSucceeded,
        RunState.Failed => Texts.RunsStateFailed,
        RunState.Cancelled => Texts.RunsStateCancelled,
        _ => Texts.RunsStateInterrupted,
    };

    /// <summary>A stage.</summary>
    public static string Of(SegmentationStage stage) => stage switch
    {
        SegmentationStage.Features => Texts.StageFeatures,
        SegmentationStage.Forest => Texts.StageForest,
        SegmentationStage.Embed => Texts.StageEmbed,
        SegmentationStage.Map => Texts.StageMap,
        SegmentationStage.Cluster => Texts.StageCluster,
        SegmentationStage.Segments => Texts.StageSegments,
        _ => Texts.StageClean,
    };

    /// <summary>A line of a run's log.</summary>
    public static string Of(RunLogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var detail = entry.Detail ?? "";
        return entry.What switch
        {
            RunEvent.Queued => Format.Fill(Texts.RunsLogQueued, detail),
            RunEvent.Started => Texts.RunsLogStarted,
            RunEvent.Stage => Enum.TryParse<SegmentationStage>(detail, out var stage) ? Of(stage) : detail,
            RunEvent.Succeeded => Texts.RunsLogSucceeded,
            RunEvent.Published => Format.Fill(Texts.RunsLogPublished, detail),
            RunEvent.Failed => Format.Fill(Texts.RunsLogFailed, ProblemText.Of(Problem.FromText(detail))),
            RunEvent.Cancelled => Format.Fill(Texts.RunsLogCancelled, detail),
            _ => Texts.RunsLogInterrupted,
        };
    }

    /// <summary>A duration: 42 s, 3 min 5 s.</summary>
    public static string Span(TimeSpan span) => span.TotalSeconds < 60
        ? Format.Fill(Texts.RunsSeconds, Math.Ceiling(Math.Max(0, span.TotalSeconds)))
        : Format.Fill(Texts.RunsMinutes, (int)span.TotalMinutes, span.Seconds);

    /// <summary>How long a run took; a dash while it has not ended.</summary>
    public static string Duration(RunSummary run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run is { StartedAt: { } from, EndedAt: { } to } ? Span(to - from) : "–";
    }

    /// <summary>The first eight digits of a fingerprint; a dash for none.</summary>
    public static string Digits(string? fingerprint) => fingerprint is null ? "–" : fingerprint[..Math.Min(8, fingerprint.Length)];

    /// <summary>True when a run may be started again.</summary>
    public static bool CanRepeat(RunState state) => state is RunState.Failed or RunState.Cancelled or RunState.Interrupted;
}
