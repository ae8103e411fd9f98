using System.Collections.Immutable;
using Insiders.Core.Import;
using Insiders.Core.Ledger;

namespace Insiders.Core.Application.Imports;

/// <summary>What an import brought.</summary>
/// <param name="Import">Its counts.</param>
/// <param name="Rejects">The first rejected rows.</param>
/// <param name="HasFile">True when the rejected rows can be downloaded, mended and loaded again.</param>
/// <param name="Coverage">How its days lie beside those of the other imports.</param>
/// <param name="Stray">Those of the rejected whose dates cannot be right; null when there are none.</param>
public sealed record ImportOutcome(ImportRecord Import, ImmutableArray<RejectedRow> Rejects, bool HasFile, ImportCoverage Coverage, StrayDates? Stray = null)
{
    /// <summary>The record in the ledger, with money; null once the import was undone.</summary>
    public LedgerImport? Loaded { get; init; }

    /// <summary>What was doubtful about the file, and how it was answered.</summary>
    public ImmutableArray<Question> Questions { get; init; } = [];
}
