namespace Insiders.Web.Charts.Spec;

/// <summary>How values map to colours.</summary>
/// <param name="Title">Title of the colour bar.</param>
public sealed record ColourScale(string Title)
{
    /// <summary>True for a logarithmic scale; values of zero and below get the lowest colour.</summary>
    public bool IsLog { get; init; }

    /// <summary>Format of the numbers beside the colour bar.</summary>
    public TickStyle Ticks { get; init; } = TickStyle.Compact;
}
