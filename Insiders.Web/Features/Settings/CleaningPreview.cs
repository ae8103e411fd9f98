using Insiders.Core.Cleaning;
using Insiders.Core.Ledger;

namespace Insiders.Web.Features.Settings;

/// <summary>What cleaning settings would do to the ledger of this moment.</summary>
public sealed class CleaningPreview(SalesLedger ledger)
{
    /// <summary>Cleans a session of its own and forgets it; nothing is saved.</summary>
    public Task<CleaningReport> BuildAsync(CleaningSettings settings, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            using var session = ledger.Open(Environment.ProcessorCount);
            return (await CleanLedger.BuildAsync(session, settings, cancellationToken)).Report;
        },
        cancellationToken);
}
