namespace Insiders.Web.Components.Search;

/// <summary>One search result.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its name, as text, never markup.</param>
/// <param name="Detail">A short addition, or null.</param>
/// <param name="Address">Its address.</param>
public sealed record SearchHit(SearchKind Kind, string Title, string? Detail, string Address);
