namespace Insiders.Web.Components;

/// <summary>What a page knows about what it shows: still asking, could not get it, or has it.</summary>
/// <typeparam name="T">What is shown.</typeparam>
public abstract record LoadState<T>
{
    private LoadState()
    {
    }

    /// <summary>The answer is on its way.</summary>
    public sealed record Loading : LoadState<T>;

    /// <summary>There is no answer.</summary>
    /// <param name="Reason">Why, as one sentence.</param>
    public sealed record Failed(string Reason) : LoadState<T>;

    /// <summary>The answer.</summary>
    /// <param name="Value">What it is; may be empty.</param>
    public sealed record Ready(T Value) : LoadState<T>;
}
