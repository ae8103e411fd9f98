using System.Globalization;
using Insiders.Core.Pipeline;

namespace Insiders.Web.Cli;

/// <summary>A run's progress as lines: one when a stage begins, and one every ten seconds while it lasts. Reads well in a log.</summary>
/// <remarks>Writes from the thread that reports, so that lines come in order and none is lost at the end.</remarks>
public sealed class ProgressLines(TextWriter output, TimeProvider time) : IProgress<RunProgress>
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private SegmentationStage? _stage;
    private long _written;

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (_gate)
        {
            if (value.Stage == _stage && time.GetElapsedTime(_written) < s_pause)
            {
                return;
            }

            _stage = value.Stage;
            _written = time.GetTimestamp();
            var remaining = value.Remaining is { } left ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(left.TotalSeconds):N0} s left") : "";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{value.TotalFraction,4:P0}] {Name(value.Stage)}{remaining}"));
        }
    }

    private static string Name(SegmentationStage stage) => stage switch
    {
        SegmentationStage.Clean => "Cleaning the ledger",
        SegmentationStage.Features => "Building features",
        SegmentationStage.Forest => "Growing the forest",
        SegmentationStage.Embed => "Embedding customers (UMAP)",
        SegmentationStage.Map => "Drawing the map",
        SegmentationStage.Cluster => "Trying every number of clusters",
        SegmentationStage.Segments => "Merging clusters into segments",
        _ => stage.ToString(),
    };
}
