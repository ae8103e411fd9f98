namespace Insiders.Core.Statistics.Experiments;

/// <summary>What an experiment has to keep.</summary>
public sealed record SizingOptions
{
    /// <summary>How often an effect may be claimed where there is none, both directions together.</summary>
    public double Significance
    {
        get; init => field = value is > 0 and < 1 ? value
        : throw new ArgumentOutOfRangeException(nameof(Significance), value, "A significance is a number above 0 and below 1.");
    } = 0.05;

    /// <summary>How often an effect that is there has to be found.</summary>
    public double Power
    {
        get; init => field = value is > 0 and < 1 ? value
        : throw new ArgumentOutOfRangeException(nameof(Power), value, "A power is a number above 0 and below 1.");
    } = 0.8;

    /// <summary>How many customers are treated for each one withheld.</summary>
    public double TreatedPerWithheld
    {
        get; init => field = value is > 0 and < double.PositiveInfinity ? value
        : throw new ArgumentOutOfRangeException(nameof(TreatedPerWithheld), value, "A ratio is a finite number above zero.");
    } = 1;
}
