namespace Insiders.Web.Charts.Spec;

/// <summary>An axis of a chart.</summary>
/// <param name="Title">What is measured and in which unit.</param>
public sealed record ChartAxis(string Title)
{
    /// <summary>An axis of amounts, named with their currency.</summary>
    /// <param name="name">What is measured.</param>
    public static ChartAxis Money(string name) => new(Headings.Money(name)) { Ticks = TickStyle.Money };

    /// <summary>How numbers map to distances.</summary>
    public AxisScale Scale { get; init; } = AxisScale.Linear;

    /// <summary>Format of the ticks.</summary>
    public TickStyle Ticks { get; init; } = TickStyle.Number;

    /// <summary>Where it starts; the data decide when unset. Above zero on a logarithmic axis.</summary>
    public double? From { get; init; }

    /// <summary>Where it ends; the data decide when unset.</summary>
    public double? To { get; init; }
}
