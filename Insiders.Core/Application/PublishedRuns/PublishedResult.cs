using Insiders.Core.Cleaning;

namespace Insiders.Core.Application.PublishedRuns;

/// <summary>The run that pages show, with what the base in memory is made of besides its customers.</summary>
/// <param name="Run">The run, with its segments as people edited them.</param>
/// <param name="Settings">The settings its ledger was cleaned by; see <see cref="Pipeline.Recipe.Cleaning"/>.</param>
/// <param name="Cleaning">What cleaning dropped and left.</param>
public sealed record PublishedResult(PublishedRunRow Run, CleaningSettings Settings, CleaningReport Cleaning);
