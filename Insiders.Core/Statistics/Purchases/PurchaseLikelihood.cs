namespace Insiders.Core.Statistics.Purchases;

/// <summary>How likely the histories of a base are, as a function of a model's parameters.</summary>
internal abstract class PurchaseLikelihood
{
    /// <summary>The likelihood of a kind of model.</summary>
    public static PurchaseLikelihood Of(PurchaseModelKind kind) => kind switch
    {
        PurchaseModelKind.BetaGeometric => new BetaGeometricLikelihood(leavesAfterFirst: false),
        PurchaseModelKind.ModifiedBetaGeometric => new BetaGeometricLikelihood(leavesAfterFirst: true),
        PurchaseModelKind.Pareto => new ParetoLikelihood(),
        PurchaseModelKind.NeverLeaves => new NeverLeavesLikelihood(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such model."),
    };

    /// <summary>Which parameters are in units of time: true in the order of the parameters.</summary>
    public abstract ReadOnlySpan<bool> AreTimes { get; }

    /// <summary>Where a search begins.</summary>
    /// <param name="rate">Repeat purchases per unit of time.</param>
    /// <param name="age">Mean age of the customers.</param>
    public abstract double[] Start(double rate, double age);

    /// <summary>The sum of the groups' log-likelihoods, each times its customers.</summary>
    /// <param name="groups">The base.</param>
    /// <param name="stride">Every how manieth group is looked at; 1 for all.</param>
    /// <param name="parameters">Above zero.</param>
    /// <param name="slopes">Receives the derivative by each parameter.</param>
    public abstract double Sum(PurchaseGroups groups, int stride, ReadOnlySpan<double> parameters, Span<double> slopes);

    /// <summary>The model with these parameters.</summary>
    public abstract PurchaseModel Build(ReadOnlySpan<double> parameters, PurchaseFitQuality quality);
}
