using System.Collections.Immutable;
using Insiders.Core.Application.Outlooks;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Value;

/// <summary>The revenue of a group by period, and how it goes on.</summary>
public static class ForecastChart
{
    private const string Colour = "#0072B2";
    private const string Wide = "#8A8F98";
    private const string Narrow = "#56B4E9";

    /// <summary>Builds the chart: what came, then what is expected with the bounds of its 80 and 95 % intervals.</summary>
    /// <param name="forecast">A forecast without a problem.</param>
    /// <param name="name">Whose revenue it is.</param>
    public static LineChart Build(RevenueForecast forecast, string name)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var past = forecast.Past.Length;
        ImmutableArray<LinePoint> came = [.. forecast.Past.Select((amount, place) => Point(place, amount))];
        return new()
        {
            Title = Format.Fill(Texts.ValueForecastOf, name),
            FileName = "forecast",
            Height = 340,
            X = new ChartAxis(Texts.ValuePeriod) { Scale = AxisScale.Date },
            Y = ChartAxis.Money(Texts.ColumnRevenue) with { From = 0 },
            Series =
            [
                new(Texts.ValueCame, Colour, came) { HasMarkers = true },
                new(Texts.ValueExpected, Colour, Ahead(point => point.Mean)) { IsDashed = true, HasMarkers = true },
                new(Texts.ValueHigh95, Wide, Ahead(point => point.High95)),
                new(Texts.ValueHigh80, Narrow, Ahead(point => point.High80)),
                new(Texts.ValueLow80, Narrow, Ahead(point => Math.Max(0, point.Low80))),
                new(Texts.ValueLow95, Wide, Ahead(point => Math.Max(0, point.Low95))),
            ],
            Table = new(
                [Texts.ValuePeriod, Texts.ValueCame, Texts.ValueExpected, Texts.ValueLow80, Texts.ValueHigh80, Texts.ValueLow95, Texts.ValueHigh95],
                [
                    .. forecast.Past.Select((amount, place) => new ChartRow([ChartCell.Day(forecast.PeriodAt(place).First), ChartCell.Money(amount), .. Enumerable.Repeat(ChartCell.Money(null), 5)])),
                    .. forecast.Points.Select((point, place) => new ChartRow(
                    [
                        ChartCell.Day(forecast.PeriodAt(past + place).First), ChartCell.Money(null), ChartCell.Money(point.Mean),
                        ChartCell.Money(Math.Max(0, point.Low80)), ChartCell.Money(point.High80), ChartCell.Money(Math.Max(0, point.Low95)), ChartCell.Money(point.High95),
                    ])),
                ]),
        };

        ImmutableArray<LinePoint> Ahead(Func<Core.Statistics.Forecasts.ForecastPoint, double> of) => [.. forecast.Points.Select((point, place) => Point(past + place, of(point)))];

        LinePoint Point(int place, double amount)
            => forecast.PeriodAt(place) is var period ? new(period.First.DayNumber, Math.Round(amount, 2), $"{ValueText.NameOf(period)}: {Format.Money(amount)}") : default;
    }
}
