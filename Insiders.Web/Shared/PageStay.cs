namespace Insiders.Web.Shared;

/// <summary>The time that somebody stays on a page: what the page waits for ends when it is left.</summary>
/// <remarks>
/// An answer may arrive while the page is being left, and the page goes on after it. <see cref="Left"/> can be asked for then too, which
/// the token of a disposed source cannot.
/// </remarks>
public sealed class PageStay : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    /// <summary>Begins it.</summary>
    public PageStay() => Left = _source.Token;

    /// <summary>Cancelled once the page is left.</summary>
    public CancellationToken Left { get; }

    /// <summary>True once the page is left.</summary>
    public bool IsOver => Left.IsCancellationRequested;

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _source.Cancel();
        _source.Dispose();
    }
}
