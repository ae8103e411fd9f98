namespace Insiders.Core.Statistics.Experiments;

/// <summary>What an experiment found.</summary>
/// <param name="Withheld">The customers withheld, after cutting and adjusting.</param>
/// <param name="Treated">The customers treated, likewise.</param>
/// <param name="Difference">Treated less withheld, per customer; null when there are too few or nothing varies.</param>
/// <param name="Relative">The same as a share of the withheld.</param>
/// <param name="Explained">The share of the variance that the time before explained; null when it was not used.</param>
/// <param name="SampleRatioP">How likely arms so far from the plan are by chance.</param>
public sealed record ReadOutResult(
    SampleMoments Withheld, SampleMoments Treated, TestResult? Difference, TestResult? Relative, double? Explained, double SampleRatioP)
{
    /// <summary>True when the arms are not as large as planned, so that nothing here is to be believed before it is known why.</summary>
    public bool SampleRatioAlarm => SampleRatioP < SampleRatio.Alarm;

    /// <summary>What withholding has cost: the customers withheld times what treatment brought each; negative where treatment took.</summary>
    /// <returns>With the interval of the difference; null without a difference.</returns>
    public (double Estimate, double Low, double High)? WithholdingCost
        => Difference is { } found ? (found.Estimate * Withheld.Count, found.Low * Withheld.Count, found.High * Withheld.Count) : null;
}
