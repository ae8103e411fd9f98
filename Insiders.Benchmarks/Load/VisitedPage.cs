namespace Insiders.Benchmarks.Load;

/// <summary>A page that simulated users go to.</summary>
/// <param name="Address">Its address; <c>{id}</c> stands for the number of a run.</param>
/// <param name="Mark">A text that is in the page when its content is, and not while it loads.</param>
internal sealed record VisitedPage(string Address, string Mark);
