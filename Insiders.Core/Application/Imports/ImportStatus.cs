using Insiders.Core.Ledger;

namespace Insiders.Core.Application.Imports;

/// <summary>Which file is being imported, and how far.</summary>
/// <param name="JobId">The job; null when none is going on.</param>
/// <param name="Progress">How far; null before the first report.</param>
public sealed record ImportStatus(string? JobId, ImportProgress? Progress = null)
{
    /// <summary>How the last job ended, until the store takes it: a full disk does not keep that from being shown.</summary>
    public ImportJob? Unwritten { get; init; }
}
