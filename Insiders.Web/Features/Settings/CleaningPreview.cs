using Insiders.Core.Cleaning;
using Insiders.Core.Ledger;

namespace Insiders.Web.Features.Settings;

/// <summary>Previews the effect of cleaning settings on the current ledger.</summary>
public sealed class CleaningPreview(SalesLedger ledger)
{
    /// <summary>Cleans the ledger in a temporary session; nothing is saved.</summary>
    public Task<CleaningReport> BuildAsync(CleaningSettings settings, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            using var session = ledger.Open(Environment.ProcessorCount);
            return (await CleanLedger.BuildAsync(session, settings, cancellationToken)).Report;
        },
        cancellationToken);
}
