using Insiders.Core.Cleaning;

namespace Insiders.Core.Application.PublishedRuns;

/// <summary>The published run with what <see cref="PublishedRun"/> needs besides the customers.</summary>
/// <param name="Run">The run, with its segments as people edited them.</param>
/// <param name="Settings">The settings its ledger was cleaned with; see <see cref="Pipeline.Recipe.Cleaning"/>.</param>
/// <param name="Cleaning">What cleaning dropped and left.</param>
public sealed record PublishedResult(PublishedRunRow Run, CleaningSettings Settings, CleaningReport Cleaning);
