using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Runs;

namespace Insiders.Core.Storage.Files;

/// <summary>Run logs as one file per run in the data folder, so that they outlive the process that wrote them.</summary>
public sealed class RunLog(DataFolder folder, TimeProvider time) : IRunLog
{
    private static readonly JsonSerializerOptions s_options = new() { Converters = { new JsonStringEnumConverter() } };
    private readonly Lock _gate = new();
    private readonly Dictionary<long, string> _unwritten = [];

    /// <inheritdoc/>
    public void Add(long runId, RunEvent what, string? detail = null)
    {
        var line = JsonSerializer.Serialize(new RunLogEntry(time.GetUtcNow(), what, detail), s_options);
        lock (_gate)
        {
            var lines = _unwritten.GetValueOrDefault(runId) + line + "\n";
            try
            {
                folder.Make(folder.Runs);
                File.AppendAllText(PathOf(runId), lines);
                _unwritten.Remove(runId);
            }
            catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
            {
                // Part of the line may be on the disk, so the next attempt starts a new one.
                _unwritten[runId] = "\n" + lines;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<RunLogEntry> Read(long runId)
    {
        lock (_gate)
        {
            var written = File.Exists(PathOf(runId)) ? File.ReadAllLines(PathOf(runId)) : [];
            var unwritten = _unwritten.GetValueOrDefault(runId)?.Split('\n') ?? [];
            return [.. written.Concat(unwritten).Select(Parse).OfType<RunLogEntry>()];
        }
    }

    // A killed process may leave half a line.
    private static RunLogEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<RunLogEntry>(line, s_options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string PathOf(long runId) => Path.Combine(folder.Runs, runId.ToString("D6", CultureInfo.InvariantCulture) + ".log");
}
