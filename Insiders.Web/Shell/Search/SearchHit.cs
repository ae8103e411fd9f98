namespace Insiders.Web.Shell.Search;

/// <summary>One thing that a search found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is called: a text, never markup.</param>
/// <param name="Detail">More in a few words, or null.</param>
/// <param name="Address">Where it is.</param>
public sealed record SearchHit(SearchKind Kind, string Title, string? Detail, string Address);
