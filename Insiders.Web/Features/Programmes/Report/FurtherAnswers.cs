using System.Collections.Immutable;
using Insiders.Core.Application.Programmes.Report;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>Words the questions that follow from the nine: answered, or with what is missing.</summary>
public static class FurtherAnswers
{
    private const int NamedProducts = 5;

    /// <summary>Questions 10 to 20.</summary>
    public static ImmutableArray<ReportAnswer> Of(ProgrammeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            Growth(report),
            Silence(report),
            ReportAnswer.Open(12, Texts.ReportQ12, Texts.ReportA12, Texts.ReportD12, "/value/holdouts"),
            ReportAnswer.Open(13, Texts.ReportQ13, Texts.ReportA13, Texts.ReportD13),
            ReportAnswer.Open(14, Texts.ReportQ14, Texts.ReportA14, Texts.ReportD14),
            new(15, Texts.ReportQ15, [ReportAnswers.Nearest(report)], Texts.ReportD15, ReportAnswers.Tab(ProgrammeQuery.Conditions)),
            Expectation(report),
            Variety(report),
            Products(report),
            ReportAnswer.Open(19, Texts.ReportQ19, Texts.ReportA19, Texts.ReportD19),
            ReportAnswer.Open(20, Texts.ReportQ20, Texts.ReportA20, Texts.ReportD20),
        ];
    }

    private static ReportAnswer Growth(ProgrammeReport report)
        => report.Growth.IsEmpty ? ReportAnswer.Open(10, Texts.ReportQ10, Texts.ReportNoForecast, Format.Fill(Texts.ReportD10, SegmentGrowth.Months, Format.Percent(SegmentGrowth.Coverage)), "/value")
            : new(10, Texts.ReportQ10,
                [
                    new(Named(report.Growth.Where(growth => growth.Direction > 0), Texts.ReportGrows, Texts.ReportNoneGrows)),
                    new(Named(report.Growth.Where(growth => growth.Direction < 0), Texts.ReportShrinks, Texts.ReportNoneShrinks)),
                ],
                Format.Fill(Texts.ReportD10, SegmentGrowth.Months, Format.Percent(SegmentGrowth.Coverage)), "/value")
            {
                Bars =
                [
                    .. report.Growth.Select(growth => new ReportBar(
                        NameOf(growth.Segment), growth.ExpectedAmount,
                        Format.Fill(Texts.ReportA10, Format.WholeMoney(growth.ExpectedAmount), Format.WholeMoney(growth.LowAmount), Format.WholeMoney(growth.HighAmount), Format.WholeMoney(growth.RecentAmount)), Of(growth.Segment))),
                ],
            };

    private static ReportAnswer Silence(ProgrammeReport report)
        => report.Silences.IsEmpty ? ReportAnswer.Open(11, Texts.ReportQ11, Texts.StagesUnknown, Texts.ReportD11)
            : new(11, Texts.ReportQ11,
                [
                    new(Format.Fill(Texts.ReportAllGone, Format.Whole(report.Silences.Sum(silence => silence.Gone)), Format.Whole(report.Silences.Sum(silence => silence.Customers)), Format.Whole(report.Silences.Sum(silence => silence.Slipping))),
                        Links.Customers(new() { SegmentIds = [.. report.Silences.Select(silence => silence.Segment.SegmentId)], Stages = [CustomerStage.Dormant, CustomerStage.Lost] })),
                ],
                Texts.ReportD11, null)
            {
                Bars =
                [
                    .. report.Silences.Select(silence => new ReportBar(
                        NameOf(silence.Segment), silence.GoneShare,
                        Format.Fill(Texts.ReportA11, Format.Percent(silence.GoneShare), Format.Whole(silence.Gone), Format.Whole(silence.Customers), Format.Whole(silence.Slipping)), Gone(silence.Segment))),
                ],
            };

    private static ReportAnswer Expectation(ProgrammeReport report)
        => report.Expectations.IsEmpty ? ReportAnswer.Open(16, Texts.ReportQ16, Texts.ReportNoOutlook, Format.Fill(Texts.ReportD16, Format.Percent(HorizonOutlook.Coverage)), "/value")
            : new(16, Texts.ReportQ16,
                [
                    new(Format.Fill(Texts.ReportA16, Format.Money(report.Expectations.Sum(each => each.Expected.Money!.Value)), ProgrammeReport.AheadDays)),
                ],
                Format.Fill(Texts.ReportD16, Format.Percent(HorizonOutlook.Coverage)), "/value")
            {
                Bars = [.. report.Expectations.Select(each => new ReportBar(NameOf(each.Segment), each.Expected.Money!.Value, Between(each.Expected), Of(each.Segment)))],
            };

    private static ReportAnswer Variety(ProgrammeReport report)
        => report.Varieties.MinBy(variety => variety.MedianProducts) is not { } least || report.BaseMedianProducts is not { } all ? ReportAnswer.Open(17, Texts.ReportQ17, Texts.ReportWithoutProducts, Texts.ReportD17)
            : new(17, Texts.ReportQ17,
                [
                    new(Format.Fill(Texts.ReportA17, NameOf(least.Segment), Format.One(least.MedianProducts), Format.One(all)), Of(least.Segment)),
                    .. report.MedianProducts is { } own ? (ReportSentence[])[new(Format.Fill(Texts.ReportVarietyOfMembers, Format.One(own)), ReportLinks.Members())] : [],
                ],
                Texts.ReportD17, null)
            {
                Bars = [.. report.Varieties.Select(variety => new ReportBar(NameOf(variety.Segment), variety.MedianProducts, Format.One(variety.MedianProducts), Of(variety.Segment)))],
            };

    private static ReportAnswer Products(ProgrammeReport report)
        => report.Members is null ? ReportAnswer.Open(18, Texts.ReportQ18, Texts.ReportNoMembers, ProductsDefinition)
            : report.Products is not { } products ? ReportAnswer.Open(18, Texts.ReportQ18, Texts.ReportNoSales, ProductsDefinition)
            : products.IsEmpty ? new(18, Texts.ReportQ18, [new(Texts.ReportNoProducts)], ProductsDefinition, null)
            : new(18, Texts.ReportQ18, [.. products.Take(NamedProducts).Select(Product)], ProductsDefinition, null);

    private static string ProductsDefinition => Format.Fill(Texts.ReportD18, ProductLifts.LeastBuyers, Format.Percent(ProductLifts.LeastBuyerShare));

    private static ReportSentence Product(ProductLift lift) => new(
        Format.Fill(Texts.ReportA18, lift.Product.Description, Format.Percent(lift.BuyerShare), Format.Percent(lift.BaseBuyerShare), Format.Whole(lift.Product.Customers)), Links.Product(lift.Product.StockCode));

    private static string Between(HorizonOutlook expected) => expected is { MoneyLow: { } low, MoneyHigh: { } high }
        ? Format.Fill(Texts.ReportBetween, Format.WholeMoney(expected.Money!.Value), Format.WholeMoney(low), Format.WholeMoney(high)) : Format.WholeMoney(expected.Money!.Value);

    private static string Named(IEnumerable<SegmentGrowth> those, string some, string none)
        => those.Select(growth => NameOf(growth.Segment)).ToArray() is { Length: > 0 } names ? Format.Fill(some, string.Join(", ", names)) : none;

    private static string NameOf(RunSegment segment) => Format.NameOf(segment.Segment.Name);

    private static string Of(RunSegment segment) => Links.Customers(new() { SegmentIds = [segment.SegmentId] });

    private static string Gone(RunSegment segment) => Links.Customers(new() { SegmentIds = [segment.SegmentId], Stages = [CustomerStage.Dormant, CustomerStage.Lost] });
}
