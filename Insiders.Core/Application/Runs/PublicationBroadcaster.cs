namespace Insiders.Core.Application.Runs;

/// <summary>Tells open pages that the published run was replaced.</summary>
public sealed class PublicationBroadcaster() : Broadcaster<PublicationNotice>(new PublicationNotice(0, 0, ""))
{
    private long _number;

    /// <summary>Tells every open page that another run was published. The first publication replaces nothing and is not announced.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="by">Who published it.</param>
    public void Announce(long runId, string by) => Post(new PublicationNotice(Interlocked.Increment(ref _number), runId, by));
}
