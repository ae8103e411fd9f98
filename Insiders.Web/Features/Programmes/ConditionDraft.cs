using System.Globalization;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Programmes;
using Insiders.Core.Segments.Stages;

namespace Insiders.Web.Features.Programmes;

/// <summary>A condition while somebody types it, with the decimal mark of the page's language.</summary>
public sealed class ConditionDraft
{
    private const double Hundred = 100;

    /// <summary>What it is about.</summary>
    public ConditionKind Kind { get; set; } = ConditionKind.Measure;

    /// <summary>The measure.</summary>
    public string Measure { get; set; } = "gross_revenue";

    /// <summary>Its least value, as typed; empty for none.</summary>
    public string From { get; set; } = "";

    /// <summary>Its greatest value, likewise.</summary>
    public string To { get; set; } = "";

    /// <summary>The id of the segment; empty for the top one.</summary>
    public string Segment { get; set; } = "";

    /// <summary>The probability in per cent, as typed.</summary>
    public string Percent { get; set; } = "80";

    /// <summary>The last stage that is admitted.</summary>
    public CustomerStage Stage { get; set; } = CustomerStage.Active;

    /// <summary>The id of the saved list; empty for none.</summary>
    public string List { get; set; } = "";

    /// <summary>The draft of a condition.</summary>
    public static ConditionDraft Of(Condition condition) => condition switch
    {
        MeasureCondition measure => new() { Measure = measure.Measure, From = Typed(measure.From), To = Typed(measure.To) },
        SegmentCondition segment => new() { Kind = ConditionKind.Segment, Segment = Typed(segment.SegmentId) },
        ProbabilityCondition probability => new() { Kind = ConditionKind.Probability, Segment = Typed(probability.SegmentId), Percent = Typed(probability.AtLeast * Hundred) },
        StageCondition stage => new() { Kind = ConditionKind.Stage, Stage = stage.NoLaterThan },
        ListCondition list => new() { Kind = ConditionKind.List, List = Typed(list.AudienceId) },
        _ => new(),
    };

    /// <summary>The condition; null while something is missing or no number.</summary>
    /// <param name="lists">The saved lists that may be chosen.</param>
    public Condition? Read(IEnumerable<Audience> lists) => Kind switch
    {
        ConditionKind.Measure => ReadMeasure(),
        ConditionKind.Segment => new SegmentCondition(Id(Segment)),
        ConditionKind.Probability => Number(Percent) is { } percent and >= 0 and <= Hundred ? new ProbabilityCondition(Id(Segment), percent / Hundred) : null,
        ConditionKind.Stage => new StageCondition(Stage),
        _ => lists.FirstOrDefault(list => list.Id == Id(List)) is { } list ? new ListCondition(list.Id, list.Name) : null,
    };

    private MeasureCondition? ReadMeasure()
    {
        var (from, to) = (Number(From), Number(To));
        var isReadable = (from is not null || From.Trim().Length == 0) && (to is not null || To.Trim().Length == 0);
        return isReadable && (from ?? to) is not null && !(from > to) ? new(Measure, from, to) : null;
    }

    private static double? Number(string typed) => double.TryParse(typed.Trim(), NumberStyles.Float, CultureInfo.CurrentCulture, out var number) && double.IsFinite(number) ? number : null;

    private static long? Id(string chosen) => long.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string Typed(double? number) => number?.ToString("R", CultureInfo.CurrentCulture) ?? "";

    private static string Typed(long? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
}
