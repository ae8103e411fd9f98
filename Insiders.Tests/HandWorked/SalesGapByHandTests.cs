using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Application.Imports;
using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Data;

namespace Insiders.Tests.HandWorked;

public sealed class SalesGapByHandTests
{
    private static readonly DateOnly s_start = new(2017, 1, 1);

    [Fact]
    public void A_gap_is_four_weeks_without_a_sale_in_a_shop_that_sells_daily()
    {
        // 1 to 10 January, then nothing until 7 February: 27 days; then nothing until 8 March: 28 days.
        ImmutableArray<DateOnly> days = [.. Enumerable.Range(0, 10).Select(s_start.AddDays), new(2017, 2, 7), new(2017, 3, 8)];

        var gap = Assert.Single(SalesGap.Find(days));

        Assert.Equal((new DateOnly(2017, 2, 8), new DateOnly(2017, 3, 7), 28), (gap.First, gap.Last, gap.Days));
    }

    [Fact]
    public void A_shop_that_sells_once_a_week_has_no_gap_after_two_months_but_one_after_three()
    {
        ImmutableArray<DateOnly> weeks = [.. Enumerable.Range(0, 20).Select(week => s_start.AddDays(7 * week))];

        Assert.Empty(SalesGap.Find([.. weeks, weeks[^1].AddDays(60)]));
        Assert.Single(SalesGap.Find([.. weeks, weeks[^1].AddDays(90)]));
        Assert.Empty(SalesGap.Find([s_start]));
    }

    [Fact]
    public void Months_on_both_sides_of_a_gap_are_cut_and_those_within_or_beyond_are_not()
    {
        var gap = new SalesGap(new(2017, 3, 15), new(2017, 6, 10));

        Assert.Equal(
            [false, true, false, false, true, false],
            Enumerable.Range(2, 6).Select(month => gap.Cuts(new DateOnly(2017, month, 1))));
        Assert.False(new SalesGap(new(2017, 3, 1), new(2017, 4, 30)).Cuts(new(2017, 3, 1)));
    }

    [Fact]
    public void Both_sides_of_a_gap_are_hatched_on_the_overview()
    {
        var known = SampleOverview.Of("x").Base with { Cleaning = SampleOverview.Of("x").Base.Cleaning with { FirstDate = new(2017, 1, 1), LastDate = new(2017, 12, 31) }, Gaps = [new(new(2017, 3, 15), new(2017, 6, 10))] };

        Assert.Equal([3, 6], Enumerable.Range(1, 12).Where(month => known.IsPartial(new(2017, month, 1))));
    }

    [Theory]
    [InlineData("2017-04-01", "2017-06-30", "")] // goes on where the other ends
    [InlineData("2017-04-28", "2017-06-30", "")] // 27 days are missing
    [InlineData("2017-06-01", "2017-06-30", "1 Apr 2017 to 31 May 2017, 2 months")]
    [InlineData("2016-06-01", "2016-06-30", "1 Jul 2016 to 31 Dec 2016, 6 months")]
    [InlineData("2017-03-20", "2017-06-30", "first.csv covers 20 Mar 2017 to 31 Mar 2017")]
    [InlineData("2017-02-01", "2017-02-28", "first.csv covers 1 Feb 2017 to 28 Feb 2017")]
    public void An_import_that_leaves_a_gap_or_overlaps_is_told_with_the_days(string first, string last, string words)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        try
        {
            var warnings = CoverageText.Of(ImportCoverage.Of(Import("second.csv", first, last), [Import("first.csv", "2017-01-01", "2017-03-31")]));

            Assert.Equal(words.Length == 0 ? 0 : 1, warnings.Length);
            Assert.Contains(words, string.Concat(warnings), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_file_that_fills_the_gap_leaves_none()
        => Assert.Empty(ImportCoverage.GapsBetween([Import("a", "2017-01-01", "2017-03-31"), Import("c", "2017-06-01", "2017-06-30"), Import("b", "2017-04-01", "2017-05-31"), Import("again", null, null)]));

    private static ImportRecord Import(string name, string? first, string? last) => new()
    {
        Id = name,
        FileName = name,
        ImportedBy = "ana",
        ImportedAt = SavedRuns.Noon,
        RowsRead = 1,
        RowsLoaded = 1,
        RowsSkipped = 0,
        RowsRejected = 0,
        FirstDate = first is null ? null : DateOnly.Parse(first, CultureInfo.InvariantCulture),
        LastDate = last is null ? null : DateOnly.Parse(last, CultureInfo.InvariantCulture),
        Fingerprint = "0",
    };
}
