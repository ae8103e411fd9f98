using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Web.Features.Settings;
using Insiders.Web.Hosting.Data;

namespace Insiders.Web.Setup;

/// <summary>The first sales: a file, or the generated shop.</summary>
public sealed class FirstLedger(SalesLedger ledger, RunStore store, DemoShop demo, Installation installation, AuditLog audit, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Loads the generated shop.</summary>
    /// <returns>Null, or why it could not be.</returns>
    public async Task<Problem?> LoadDemoAsync(string actor, CancellationToken cancellationToken) => (await OnceAsync(async () =>
    {
        var import = await demo.LoadAsync(cancellationToken);
        await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), actor, "import.loaded", DemoShop.FileName), cancellationToken);
        if (await installation.ReadGeneralAsync(cancellationToken) is { Currency: "" } general)
        {
            await installation.SaveAsync(general with { Currency = DemoShop.Currency }, actor, cancellationToken);
        }

        return import;
    }, cancellationToken)).Problem;

    /// <summary>Loads a file of this machine.</summary>
    /// <returns>The import; or why it is no ledger; or neither, when there are sales already.</returns>
    public Task<(LedgerImport? Import, Problem? Problem)> LoadAsync(string path, string name, string actor, CancellationToken cancellationToken) => OnceAsync(async () =>
    {
        var import = await ledger.ImportAsync(path, new ImportOptions { FileName = name }, time.GetUtcNow(), null, cancellationToken);
        await demo.RecordAsync(import, cancellationToken, actor);
        await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), actor, "import.loaded", name), cancellationToken);
        return import;
    }, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<(LedgerImport? Import, Problem? Problem)> OnceAsync(Func<Task<LedgerImport>> load, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // An impatient second click finds the sales there.
            return (await store.ListImportsAsync(cancellationToken)).IsEmpty ? (await load(), null) : default;
        }
        catch (Exception refusal) when (refusal is NotALedgerException or IOException)
        {
            return (null, Problem.Of(refusal));
        }
        finally
        {
            _gate.Release();
        }
    }
}
