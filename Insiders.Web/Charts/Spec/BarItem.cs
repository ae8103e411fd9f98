namespace Insiders.Web.Charts.Spec;

/// <summary>One bar.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its value.</param>
/// <param name="Text">The value as written beside a horizontal bar.</param>
/// <param name="Hover">Its hover label.</param>
public sealed record BarItem(string Label, double Value, string Text, string Hover)
{
    /// <summary>Key reported when it is clicked; null when it cannot be picked.</summary>
    public string? Key { get; init; }

    /// <summary>As <c>#RRGGBB</c>; the series' colour when unset.</summary>
    public string? Colour { get; init; }

    /// <summary>True when the page is filtered by it; it gets a strong edge.</summary>
    public bool IsSelected { get; init; }

    /// <summary>True when something else is selected; it is drawn paler.</summary>
    public bool IsMuted { get; init; }

    /// <summary>True for a month that is not over or not completely in the ledger; it is hatched.</summary>
    public bool IsPartial { get; init; }
}
