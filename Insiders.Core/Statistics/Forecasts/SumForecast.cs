using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Forecasts;

/// <summary>Means and variances of forms whose season adds (Hyndman and others 2008, equations 6.8 and 6.12 to 6.14).</summary>
internal static class SumForecast
{
    public static ImmutableArray<ForecastPoint> Of(SmoothingModel model, int periods)
    {
        var points = ImmutableArray.CreateBuilder<ForecastPoint>(periods);
        var (weights, squares) = (new double[periods + 1], new double[periods + 1]);
        var (damping, power) = (0.0, 1.0);
        for (var h = 1; h <= periods; h++)
        {
            power *= model.Parameters.Phi;
            damping += power;
            var mean = model.Level + (damping * model.Slope) + (model.NextSeasons.IsEmpty ? 0 : model.NextSeasons[(h - 1) % model.Period]);
            var carried = 0.0;
            for (var j = 1; j < h; j++)
            {
                carried += weights[j] * weights[j] * (model.Form.HasRelativeErrors ? squares[h - j] : 1);
            }

            // What an error of now moves the mean of h periods later by.
            weights[h] = model.Parameters.Alpha + (model.Parameters.Beta * damping) + (model.Form.Season != SeasonKind.None && h % model.Period == 0 ? model.Parameters.Gamma : 0);
            squares[h] = (mean * mean) + (model.Variance * carried);
            points.Add(ForecastPoint.Of(mean, model.Form.HasRelativeErrors ? ((1 + model.Variance) * squares[h]) - (mean * mean) : model.Variance * (1 + carried)));
        }

        return points.MoveToImmutable();
    }
}
