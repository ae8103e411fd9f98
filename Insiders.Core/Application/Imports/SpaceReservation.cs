namespace Insiders.Core.Application.Imports;

/// <summary>Room on the disk kept for a request that is arriving: what it has announced and not written yet, so that two uploads are not promised the same bytes.</summary>
/// <param name="bytes">What was announced.</param>
/// <param name="give">Takes back what is not needed any more.</param>
public sealed class SpaceReservation(long bytes, Action<long> give) : IDisposable
{
    private long _kept = bytes;

    /// <summary>Some of it now lies on the disk, and counts there.</summary>
    public void Wrote(long length)
    {
        var given = Math.Min(length, _kept);
        _kept -= given;
        give(given);
    }

    /// <inheritdoc/>
    public void Dispose() => Wrote(_kept);
}
