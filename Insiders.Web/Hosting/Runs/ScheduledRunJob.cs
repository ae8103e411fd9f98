using Quartz;

namespace Insiders.Web.Hosting.Runs;

/// <summary>The scheduler's job, which calls <see cref="ScheduledRuns"/>.</summary>
[DisallowConcurrentExecution]
public sealed class ScheduledRunJob(ScheduledRuns runs) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await runs.StartAsync(cancellationToken);
}
