using Insiders.Core.Application.Access;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Settings;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;

namespace Insiders.Web.Setup;

/// <summary>Loads the first sales: a file, or the generated shop.</summary>
public sealed class InitialImport(ImportRegistry registry, IImportStore imports, DemoShop demo, SettingsService settings) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Loads the generated shop.</summary>
    /// <returns>Null, or the problem that prevented it.</returns>
    public async Task<Problem?> LoadDemoAsync(Actor actor, CancellationToken cancellationToken) => (await OnceAsync(async () =>
    {
        var import = await demo.LoadAsync(actor, cancellationToken);
        if (await settings.ReadGeneralAsync(cancellationToken) is { Currency: "" } general)
        {
            await settings.SaveAsync(actor, general with { Currency = DemoShop.Currency }, cancellationToken);
        }

        return import;
    }, cancellationToken)).Problem;

    /// <summary>Loads a file from the server's disk.</summary>
    /// <returns>The import, or the problem that prevented it, or neither when sales are already loaded.</returns>
    public Task<(LedgerImport? Import, Problem? Problem)> LoadAsync(Actor actor, string path, string name, CancellationToken cancellationToken)
        => OnceAsync(() => registry.LoadAsync(actor, path, new ImportOptions { FileName = name }, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<(LedgerImport? Import, Problem? Problem)> OnceAsync(Func<Task<LedgerImport>> load, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // After an impatient second click the sales are already loaded.
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
