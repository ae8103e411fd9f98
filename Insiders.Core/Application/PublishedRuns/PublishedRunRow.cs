using System.Collections.Immutable;
using Insiders.Core.Application.Runs;
using Insiders.Core.Segments;

namespace Insiders.Core.Application.PublishedRuns;

/// <summary>The run that pages show.</summary>
/// <param name="Run">The run.</param>
/// <param name="PublishedBy">Who published it.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Segments">Its segments as people edited them (names, colours, levers, merged ones joined), by mean revenue, highest first.</param>
public sealed record PublishedRunRow(RunSummary Run, string PublishedBy, DateTimeOffset PublishedAt, ImmutableArray<RunSegment> Segments);
