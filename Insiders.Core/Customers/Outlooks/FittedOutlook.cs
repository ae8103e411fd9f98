using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Insiders.Core.Numerics;
using Insiders.Core.Statistics.Purchases;

namespace Insiders.Core.Customers.Outlooks;

/// <summary>The chosen models as numbers that can be stored: how often customers buy, and what an order is worth.</summary>
/// <param name="Kind">The purchase model.</param>
/// <param name="Parameters">Its parameters, in weeks.</param>
/// <param name="LogCovariance">Covariance of their logarithms, row by row; null where the fit could not tell.</param>
/// <param name="Spend">p, q and v of the Gamma-Gamma model; null where it could not be fitted.</param>
public sealed record FittedOutlook(PurchaseModelKind Kind, ImmutableArray<double> Parameters, ImmutableArray<double>? LogCovariance, ImmutableArray<double>? Spend)
{
    private const double WeekDays = 7;

    /// <summary>The purchase model.</summary>
    [JsonIgnore]
    public PurchaseModel Purchases => PurchaseLikelihood.Of(Kind).Build(Parameters.AsSpan(), PurchaseFitQuality.Given with { LogCovariance = Covariance() });

    /// <summary>What an order is worth; null where that could not be fitted.</summary>
    [JsonIgnore]
    public SpendModel? Spending => Spend is [var p, var q, var v] ? new SpendModel(p, q, v) : null;

    /// <summary>The chosen models as numbers.</summary>
    /// <param name="model">The purchase model.</param>
    /// <param name="spend">The model of money; null where it could not be fitted.</param>
    public static FittedOutlook Of(PurchaseModel model, SpendModel? spend)
    {
        ArgumentNullException.ThrowIfNull(model);
        var covariance = model.Quality.LogCovariance;
        var places = Enumerable.Range(0, model.Parameters.Length);
        return new(
            model.Kind,
            model.Parameters,
            covariance is null ? null : [.. places.SelectMany(row => places.Select(column => covariance[row, column]))],
            spend is null ? null : [spend.P, spend.Q, spend.V]);
    }

    /// <summary>What one customer is expected to do.</summary>
    /// <param name="purchases">When they bought.</param>
    /// <param name="spending">What it was worth.</param>
    /// <param name="days">How many days are looked ahead.</param>
    /// <param name="coverage">Of the intervals, such as 0.95.</param>
    public HorizonOutlook Of(PurchaseHistory purchases, SpendHistory spending, int days, double coverage)
    {
        var model = Purchases;
        var counts = model.Counts(purchases, days / WeekDays);
        var (low, high) = counts.Within(coverage);
        var money = Spending?.Outlook(spending, counts, coverage);
        return new(days, model.Expected(purchases, days / WeekDays), low, high, money?.Expected, money?.Low, money?.High);
    }

    private Matrix? Covariance()
    {
        if (LogCovariance is not { } flat)
        {
            return null;
        }

        var size = Parameters.Length;
        var matrix = new Matrix(size, size);
        for (var i = 0; i < flat.Length; i++)
        {
            matrix[i / size, i % size] = flat[i];
        }

        return matrix;
    }
}
