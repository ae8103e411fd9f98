namespace Insiders.Core.Application.PublishedRuns;

/// <summary>Something that has to be done whenever another run is published, whether or not anybody looks.</summary>
public interface IPublicationFollower
{
    /// <summary>Does it. Called after each publication and edit and at every start, so doing it again must change nothing.</summary>
    Task FollowAsync(PublishedRun run, CancellationToken cancellationToken);
}
