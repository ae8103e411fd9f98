namespace Insiders.Core.Application.Runs;

/// <summary>Where open pages learn that what they show was replaced.</summary>
public sealed class PublicationBroadcaster() : Broadcaster<PublicationNotice>(new PublicationNotice(0, 0, ""))
{
    private long _number;

    /// <summary>Tells every open page that another run was published in place of the one it shows; of the first one there is nothing to tell.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="by">Who published it.</param>
    public void Announce(long runId, string by) => Post(new PublicationNotice(Interlocked.Increment(ref _number), runId, by));
}
