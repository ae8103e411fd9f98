namespace Insiders.Web.Charts.Spec;

/// <summary>How values become colours.</summary>
/// <param name="Title">What is coloured, beside the colour bar.</param>
public sealed record ColourScale(string Title)
{
    /// <summary>True for equal factors; values of zero and less get the lowest colour.</summary>
    public bool IsLog { get; init; }

    /// <summary>How numbers beside the colour bar are written.</summary>
    public TickStyle Ticks { get; init; } = TickStyle.Compact;
}
