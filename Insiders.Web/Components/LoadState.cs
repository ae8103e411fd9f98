namespace Insiders.Web.Components;

/// <summary>The state of what a page shows: loading, failed, or ready.</summary>
/// <typeparam name="T">The type of what is shown.</typeparam>
public abstract record LoadState<T>
{
    private LoadState()
    {
    }

    /// <summary>Still loading.</summary>
    public sealed record Loading : LoadState<T>;

    /// <summary>Loading failed.</summary>
    /// <param name="Reason">The reason, as one sentence.</param>
    public sealed record Failed(string Reason) : LoadState<T>;

    /// <summary>Loaded.</summary>
    /// <param name="Value">The loaded value; it may be empty.</param>
    public sealed record Ready(T Value) : LoadState<T>;
}
