using System.Collections.Immutable;
using Insiders.Core.Application.Audiences;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Audiences;

/// <summary>Charts how many customers an audience had in each run.</summary>
public static class AudienceSizes
{
    private const string Colour = "#0072B2";

    /// <summary>Builds the chart: a column per run, named by its last day with sales.</summary>
    public static BarChart Build(Audience audience, ImmutableArray<AudienceStep> steps)
    {
        ArgumentNullException.ThrowIfNull(audience);
        return new BarChart
        {
            Title = Texts.AudienceSizes,
            Description = Format.Fill(Texts.AudienceSizesDescription, audience.Name, steps.Length),
            FileName = $"audience-{audience.Id}-sizes",
            IsUpright = true,
            LabelTitle = Texts.AudienceAsOf,
            Values = new ChartAxis(Texts.ColumnCustomers),
            Series = [new BarSeries(Texts.ColumnCustomers, Colour, [.. steps.Select(step => new BarItem(Label(step), step.Customers, Format.Whole(step.Customers), Format.Fill(Texts.AudienceSizeHover, Label(step), Format.Whole(step.Customers))))])],
            Table = new ChartTable(
                [Texts.AudienceRun, Texts.AudienceAsOf, Texts.ColumnCustomers, Texts.AudienceCame, Texts.AudienceWent],
                [.. steps.Select(step => new ChartRow([ChartCell.Whole(step.RunId), ChartCell.Day(step.AsOf), ChartCell.Whole(step.Customers), ChartCell.Whole(step.Came.Length), ChartCell.Whole(step.Went.Length)]))]),
        };
    }

    // Several runs may end on one day.
    private static string Label(AudienceStep step) => Format.Fill(Texts.AudienceRunOf, step.RunId, Format.Day(step.AsOf));
}
