using System.Collections.Immutable;
using Insiders.Core.Statistics.Hypotheses;

namespace Insiders.Core.Customers.Hypotheses;

/// <summary>What the customers of a run say of a hypothesis, before it is judged beside the others.</summary>
public sealed record HypothesisResult
{
    /// <summary>The hypothesis.</summary>
    public required Hypothesis Hypothesis { get; init; }

    /// <summary>Why nothing is said; null where something is.</summary>
    public HypothesisSilence? Silence { get; init; }

    /// <summary>What is held against the threshold: a ratio, a share or a correlation; null where there is none.</summary>
    public double? Estimate { get; init; }

    /// <summary>Lower end of its 95 % interval; null where it is counted, or there is none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end; null likewise.</summary>
    public double? High { get; init; }

    /// <summary>How likely such data are if the hypothesis is only just false, and if it is only just true; null where nothing is said or it is counted.</summary>
    public Claim? Claim { get; init; }

    /// <summary>Of what is counted, whether it is as the hypothesis says; null otherwise.</summary>
    public bool? IsSo { get; init; }

    /// <summary>The figure of the group: a mean, median, rate, total, number of products, or revenue per day of the first halves.</summary>
    public double? GroupFigure { get; init; }

    /// <summary>The same of all customers, or of the second halves.</summary>
    public double? BaseFigure { get; init; }

    /// <summary>Revenue of all first halves of months together; null where no halves are compared.</summary>
    public double? GroupTotal { get; init; }

    /// <summary>Revenue of all second halves.</summary>
    public double? BaseTotal { get; init; }

    /// <summary>Customers of the group who have a value; whole months where halves of them are compared.</summary>
    public int GroupCount { get; init; }

    /// <summary>All customers who have a value.</summary>
    public int BaseCount { get; init; }

    /// <summary>The one customer without whom a mean is another; null where nobody moves it by more than a tenth.</summary>
    public HypothesisWithout? Without { get; init; }

    /// <summary>Weekdays (0 is Sunday) or hours of the day on which nothing was sold.</summary>
    public ImmutableArray<int> Missing { get; init; } = [];
}
