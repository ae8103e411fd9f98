using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.Runs;

namespace Insiders.Web.Hosting.Runs;

/// <summary>Reviews the programme at start and after every publication. A review that was killed left nothing behind, and is carried out at the next start.</summary>
public sealed class ProgrammeWorker(ProgrammeService programme, RunStatusBroadcaster runStatus, StartupGate firstPage, TimeProvider time, ILogger<ProgrammeWorker> log) : EnduringService(time, log)
{
    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        await firstPage.WaitAsync(stoppingToken);
        await foreach (var status in runStatus.WatchAsync(stoppingToken))
        {
            // Publishing posts the state again; a publication that has been reviewed costs two queries.
            if (status is not RunStatus.Busy && await programme.FindAsync(stoppingToken) is { } snapshot)
            {
                await programme.FindWordsAsync(snapshot, stoppingToken);
            }
        }
    }
}
