namespace Insiders.Benchmarks.Load;

/// <summary>A page that was asked for.</summary>
/// <param name="Page">Its address; a run's number as <c>{id}</c>.</param>
/// <param name="IsFetched">True for a whole page over HTTP, false for a link followed in an open tab.</param>
/// <param name="Milliseconds">From asking until the page's content was there.</param>
/// <param name="Error">What went wrong; null when nothing did.</param>
internal sealed record Visit(string Page, bool IsFetched, double Milliseconds, string? Error);
