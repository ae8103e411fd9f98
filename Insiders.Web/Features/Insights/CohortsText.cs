using Insiders.Core.Customers;
using Insiders.Core.Customers.Cohorts;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Insights;

/// <summary>Wording of cohorts.</summary>
public static class CohortsText
{
    private const double DarkestShade = 55;

    /// <summary>How many came back in the month after their first, of the cohorts that have had one whole.</summary>
    public static string SentenceOf(CohortsViewModel view, CohortGrid grid)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(grid);
        if (grid.Cohorts.IsEmpty)
        {
            return view.Scope.Rows.IsEmpty ? Texts.InsightsNobody : Texts.CohortsNobodyBought;
        }

        var whole = grid.Cohorts.Where(cohort => cohort.Active.Length > 1 && !view.Scope.Published.IsPartial(cohort.Month.AddMonths(1))).ToArray();
        var customers = whole.Sum(cohort => cohort.Customers);
        var first = Format.Fill(Texts.CohortsSentence, Format.Whole(grid.Cohorts.Sum(cohort => cohort.Customers)));
        return customers == 0 ? $"{first} {Texts.CohortsTooShort}"
            : $"{first} {Format.Fill(Texts.CohortsNextMonth, Format.Whole(customers), Format.Percent(whole.Sum(cohort => cohort.Active[1]) / (double)customers))} {Texts.CohortsBefore}";
    }

    /// <summary>The heading of a column.</summary>
    public static string ColumnOf(int since, bool isMoney) => isMoney ? Headings.Money(Format.Whole(since)) : Headings.Share(Format.Whole(since));

    /// <summary>An interval in words.</summary>
    public static string After(int months) => Format.Fill(months == 1 ? Texts.CohortsAfterOne : Texts.CohortsAfter, months);

    /// <summary>What the line shows.</summary>
    public static string LineLead(CohortsViewModel view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Format.Fill(view.Query.IsMoney ? Texts.CohortsLineMoney : Texts.CohortsLineKept, After(view.Query.Months));
    }

    /// <summary>What a cell of the grid has; null beyond the last month.</summary>
    public static double? ValueOf(Cohort cohort, int since, bool isMoney)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        return isMoney ? cohort.RevenueAfter(since) : cohort.KeptAfter(since);
    }

    /// <summary>A cell in words.</summary>
    public static string CellOf(double? value, bool isMoney) => value is not { } known ? "" : isMoney ? Format.WholeMoney(known) : Format.Percent(known);

    /// <summary>How dark a cell is, 0 to 55 percent, of the largest after the first month.</summary>
    public static double ShadeOf(double? value, CohortGrid grid, bool isMoney)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var most = grid.Cohorts.SelectMany(cohort => Enumerable.Range(1, Math.Max(cohort.Active.Length - 1, 0)).Select(since => ValueOf(cohort, since, isMoney) ?? 0)).DefaultIfEmpty().Max();
        return value is { } known && most > 0 ? DarkestShade * Math.Clamp(known / most, 0, 1) : 0;
    }

    /// <summary>The list of a cohort: those of the page whose first purchase lies in its month.</summary>
    public static string PeopleOf(InsightsScope scope, Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(cohort);
        return Links.Customers(scope.Filter with
        {
            Ranges =
            [
                .. scope.Filter.Ranges.Where(range => range.Feature != SalesMeasures.CustomerSince),
                new(SalesMeasures.CustomerSince, cohort.Month.DayNumber, cohort.Month.AddMonths(1).DayNumber - 1),
            ],
        });
    }
}
