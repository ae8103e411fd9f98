using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;
using Insiders.Web.Account;

namespace Insiders.Web.Worker;

/// <summary>What is mended and prepared before the worker takes its first run.</summary>
public sealed class FirstStart(DataFolder folder, SalesLedger ledger, RunStore store, RunQueue queue, RunLog runLog, DemoShop demo, FirstLedger first, SetupOptions setup, WorkBoard board, TimeProvider time, ILogger<FirstStart> log)
{
    /// <summary>Marks what a crash left running, and loads and queues what an unattended start asks for.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder.Spill))
        {
            Directory.Delete(folder.Spill, recursive: true);
        }

        await MarkCutOffAsync(cancellationToken);
        await LoadSalesAsync(cancellationToken);
        var runs = await store.ListRunsAsync(cancellationToken);
        foreach (var run in runs.Where(run => run.State == RunState.Queued).OrderBy(run => run.Id))
        {
            await queue.ResumeAsync(new RunRequest(run.Id), cancellationToken);
        }

        // An unattended start with nothing to show and nothing on its way: the first run, or the first run again.
        if (setup is { IsUnattended: true, Ledger: not null } && !runs.Any(run => run.IsPublished || run.State == RunState.Queued))
        {
            await queue.EnqueueAsync(Recipe.Default, DemoShop.Actor, cancellationToken);
        }
    }

    private async Task MarkCutOffAsync(CancellationToken cancellationToken)
    {
        var cutOff = (await store.ListRunsAsync(cancellationToken)).Where(run => run.State == RunState.Running).ToArray();
        if (cutOff.Length == 0)
        {
            return;
        }

        foreach (var run in cutOff)
        {
            runLog.Add(run.Id, RunEvent.Interrupted);
        }

        await store.MarkInterruptedAsync(time.GetUtcNow(), cancellationToken);
        log.LogWarning("Runs that were going on when the process ended, now marked as interrupted: {Count}.", cutOff.Length);
    }

    private async Task LoadSalesAsync(CancellationToken cancellationToken)
    {
        var imports = ledger.Imports();
        if (setup is { IsUnattended: true, Ledger: { } wanted } && imports.Count == 0 && (await store.ListImportsAsync(cancellationToken)).IsEmpty)
        {
            board.Post(new WorkState.LoadingDemo());
            var problem = wanted == SetupOptions.Demo ? await first.LoadDemoAsync(DemoShop.Actor, cancellationToken)
                : (await first.LoadAsync(wanted, Path.GetFileName(wanted), DemoShop.Actor, cancellationToken)).Problem;
            if (problem is not null)
            {
                throw new NotALedgerException(problem);
            }

            return;
        }

        foreach (var import in imports)
        {
            await demo.RecordAsync(import, cancellationToken);
        }
    }
}
