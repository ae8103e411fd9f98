using Insiders.Core.Ledger;

namespace Insiders.Web.Features.Data;

/// <summary>The quality profile of the ledger, computed once per content of it, whoever asks.</summary>
public sealed class QualityLoader(SalesLedger ledger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private (LedgerFingerprint Of, LedgerProfile Profile)? _kept;

    /// <summary>The profile of the ledger as it is now.</summary>
    public async Task<LedgerProfile> ReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var fingerprint = ledger.Fingerprint();
            if (_kept is { } kept && kept.Of == fingerprint)
            {
                return kept.Profile;
            }

            var profile = await Task.Run(() => Compute(cancellationToken), cancellationToken);
            _kept = (fingerprint, profile);
            return profile;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private LedgerProfile Compute(CancellationToken cancellationToken)
    {
        using var session = ledger.Open(Environment.ProcessorCount);
        return LedgerProfiler.Compute(session, cancellationToken);
    }
}
