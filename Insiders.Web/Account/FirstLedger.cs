using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Web.Worker;

namespace Insiders.Web.Account;

/// <summary>The first sales: a file, or the generated shop.</summary>
public sealed class FirstLedger(DataFolder folder, SalesLedger ledger, RunStore store, DemoShop demo, AuditLog audit, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Loads the generated shop.</summary>
    /// <returns>Null: it cannot be refused.</returns>
    public Task<string?> LoadDemoAsync(string actor, CancellationToken cancellationToken) => OnceAsync(async () =>
    {
        await demo.LoadAsync(cancellationToken);
        await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), actor, "import.loaded", DemoShop.FileName), cancellationToken);
    }, cancellationToken);

    /// <summary>Loads a file that a browser sent.</summary>
    /// <returns>Null, or why it is no ledger.</returns>
    public async Task<string?> LoadAsync(IFormFile file, string actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        Directory.CreateDirectory(folder.Spill);
        var name = Path.GetFileName(file.FileName);
        var copy = Path.Combine(folder.Spill, Guid.NewGuid().ToString("N") + (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? ".csv.gz" : ".csv"));
        try
        {
            await using (var target = File.Create(copy))
            {
                await file.CopyToAsync(target, cancellationToken);
            }

            return await LoadAsync(copy, name, actor, cancellationToken);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Loads a file of this machine.</summary>
    /// <returns>Null, or why it is no ledger.</returns>
    public Task<string?> LoadAsync(string path, string name, string actor, CancellationToken cancellationToken) => OnceAsync(async () =>
    {
        var import = await ledger.ImportAsync(path, new ImportOptions { FileName = name }, time.GetUtcNow(), null, cancellationToken);
        await demo.RecordAsync(import, cancellationToken, actor);
        await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), actor, "import.loaded", name), cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<string?> OnceAsync(Func<Task> load, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // An impatient second click finds the sales there.
            if ((await store.ListImportsAsync(cancellationToken)).IsEmpty)
            {
                await load();
            }

            return null;
        }
        catch (NotALedgerException refusal)
        {
            return refusal.Message;
        }
        finally
        {
            _gate.Release();
        }
    }
}
