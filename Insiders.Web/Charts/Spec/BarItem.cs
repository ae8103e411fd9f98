namespace Insiders.Web.Charts.Spec;

/// <summary>One bar.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its length.</param>
/// <param name="Text">The value as written beside a lying bar.</param>
/// <param name="Hover">What a pointer over it reads.</param>
public sealed record BarItem(string Label, double Value, string Text, string Hover)
{
    /// <summary>What a click on it picks; none where it cannot be picked.</summary>
    public string? Key { get; init; }

    /// <summary>As <c>#RRGGBB</c>; its series' where unset.</summary>
    public string? Colour { get; init; }

    /// <summary>True where the page is filtered by it: it gets a strong edge.</summary>
    public bool IsSelected { get; init; }

    /// <summary>True where something else is selected: it steps back.</summary>
    public bool IsMuted { get; init; }

    /// <summary>True for a month that is not over, or not wholly in the ledger: it is hatched.</summary>
    public bool IsPartial { get; init; }
}
