using Insiders.Core.Application.Access;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Settings;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;

namespace Insiders.Web.Setup;

/// <summary>The first sales: a file, or the generated shop.</summary>
public sealed class InitialImport(ImportRegistry registry, IImportStore imports, DemoShop demo, SettingsService settings) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Loads the generated shop.</summary>
    /// <returns>Null, or why it could not be.</returns>
    public async Task<Problem?> LoadDemoAsync(Actor actor, CancellationToken cancellationToken) => (await OnceAsync(async () =>
    {
        var import = await demo.LoadAsync(actor, cancellationToken);
        if (await settings.ReadGeneralAsync(cancellationToken) is { Currency: "" } general)
        {
            await settings.SaveAsync(actor, general with { Currency = DemoShop.Currency }, cancellationToken);
        }

        return import;
    }, cancellationToken)).Problem;

    /// <summary>Loads a file of this machine.</summary>
    /// <returns>The import; or why it is no ledger; or neither, when there are sales already.</returns>
    public Task<(LedgerImport? Import, Problem? Problem)> LoadAsync(Actor actor, string path, string name, CancellationToken cancellationToken)
        => OnceAsync(() => registry.LoadAsync(actor, path, new ImportOptions { FileName = name }, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<(LedgerImport? Import, Problem? Problem)> OnceAsync(Func<Task<LedgerImport>> load, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // An impatient second click finds the sales there.
            return (await imports.ListImportsAsync(cancellationToken)).IsEmpty ? (await load(), null) : default;
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
