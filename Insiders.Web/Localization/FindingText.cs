using Insiders.Core.Application.Settings;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Findings;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.Sales;

namespace Insiders.Web.Localization;

/// <summary>What stands out, in sentences made from codes and figures.</summary>
public static class FindingText
{
    /// <summary>The sentence of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="customers">The customers it was found among.</param>
    /// <param name="before">The period it was compared with; null where it was with none.</param>
    /// <param name="installation">Whether customers have invented names; null where nobody knows.</param>
    public static string Of(Finding finding, CustomerTable customers, Period? before, InstallationGeneral? installation)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(customers);
        return finding.Code switch
        {
            FindingCode.RevenueRose => Trend(finding, before, Texts.FindRevenueRose, Texts.FindStreakRose),
            FindingCode.RevenueFell => Trend(finding, before, Texts.FindRevenueFell, Texts.FindStreakFell),
            FindingCode.CountryLeft => Part(Texts.FindCountryLeft, finding, before),
            FindingCode.CountryGrew => Part(Texts.FindCountryGrew, finding, before),
            FindingCode.CountryFell => Part(Texts.FindCountryFell, finding, before),
            FindingCode.ProductBack => Part(Texts.FindProductBack, finding, before),
            FindingCode.ProductGrew => Part(Texts.FindProductGrew, finding, before),
            FindingCode.ProductFell => Part(Texts.FindProductFell, finding, before),
            FindingCode.ProductReturned => Format.Fill(Texts.FindProductReturned, NameOf(finding.Product!), Money(finding.Amount), PeriodText.NameOf(finding.Period!), Format.Percent(finding.Share)),
            FindingCode.BestSlipping => Format.Fill(Texts.FindBestSlipping, Format.Whole(finding.Count), Format.Whole(finding.CountBefore), Money(finding.Amount), Format.Percent(finding.Share)),
            FindingCode.PurchasesOverdue => Format.Fill(Texts.FindOverdue, Format.Whole(finding.Count), Format.Whole(finding.CountBefore), Money(finding.Amount)),
            FindingCode.CustomerCarriesCountry or FindingCode.CustomerCarriesSegment => Format.Fill(
                Texts.FindCarries, Format.CustomerName(customers.Ids[finding.Customer!.Value], installation), Format.Percent(finding.Share), Subject(finding), PeriodText.NameOf(finding.Period!), Money(finding.Amount)),
            FindingCode.WeekHigh when finding.Day is { } day => Week(Texts.FindWeekHighDay, finding, day),
            FindingCode.WeekHigh => Week(Texts.FindWeekHigh, finding, finding.Period!.First),
            FindingCode.WeekLow => Week(Texts.FindWeekLow, finding, finding.Period!.First),
            FindingCode.SegmentGrew => Format.Fill(Texts.FindSegmentGrew, Subject(finding), Format.Whole(finding.Count), Format.Whole(finding.CountBefore)),
            _ => Format.Fill(Texts.FindSegmentShrank, Subject(finding), Format.Whole(finding.Count), Format.Whole(finding.CountBefore)),
        };
    }

    private static string Trend(Finding finding, Period? before, string sentence, string streak)
    {
        var change = finding.Change!;
        string[] sentences =
        [
            Format.Fill(sentence, PeriodText.NameOf(finding.Period!), Money(change.Now.RevenueAmount), Format.Percent(Math.Abs(change.RevenueRatio ?? 0)), PeriodText.NameOf(before!)),
            finding.Streak > 1 ? Format.Fill(streak, Format.Whole(finding.Streak)) : "",
            finding.Drivers switch
            {
                [] => "",
                [var one] => Format.Fill(Texts.FindDriver, NameOf(one), PeriodText.Difference(one.DifferenceAmount)),
                [var one, var other, ..] => Format.Fill(Texts.FindDrivers, NameOf(one), PeriodText.Difference(one.DifferenceAmount), NameOf(other), PeriodText.Difference(other.DifferenceAmount)),
            },
            finding.Brake is { } brake ? Format.Fill(Texts.FindBrake, NameOf(brake), PeriodText.Difference(brake.DifferenceAmount)) : "",
        ];
        return string.Join(' ', sentences.Where(some => some.Length > 0));
    }

    private static string Part(string sentence, Finding finding, Period? before)
        => Format.Fill(sentence, Subject(finding), Money(finding.Change!.Now.RevenueAmount), PeriodText.NameOf(finding.Period!), Money(finding.Change.Before?.RevenueAmount ?? 0), before is null ? "" : PeriodText.NameOf(before));

    private static string Week(string sentence, Finding finding, DateOnly day) => Format.Fill(sentence, Format.Day(day), Money(finding.Change!.Now.RevenueAmount), Money(finding.Amount));

    private static string Subject(Finding finding) => finding.Segment is { } segment ? Format.NameOf(segment.Segment.Name) : finding.Country is { } country ? CountryText.NameOf(country) : NameOf(finding.Product!);

    private static string NameOf(FindingDriver driver) => driver.Segment is { } segment ? Format.NameOf(segment.Segment.Name) : driver.Country is { } country ? CountryText.NameOf(country) : NameOf(driver.Product!);

    private static string NameOf(ProductSales product) => product.Description.Length > 0 ? product.Description : product.StockCode;

    private static string Money(double amount) => Format.WholeMoney(amount);
}
