using Insiders.Core.Ledger;

namespace Insiders.Web.Worker;

/// <summary>Which file is being imported, and how far.</summary>
/// <param name="JobId">The job; null when none is going on.</param>
/// <param name="Progress">How far; null before the first report.</param>
public sealed record ImportActivity(string? JobId, ImportProgress? Progress = null);
