using System.Globalization;
using Insiders.Core.Segments;

namespace Insiders.Web.Features.Overview;

/// <summary>What can be said of the way from the figures of an earlier run to those of the run shown.</summary>
/// <remarks>
/// A change is computed only where both ledgers lie on the same days. It is called good or bad where the sales of those days are others now:
/// the same sales counted by other settings are neither.
/// </remarks>
/// <param name="figures">Both.</param>
public sealed class KpiChanges(OverviewSummary figures)
{
    private const string Signed = "+#,0.0;−#,0.0;0";

    /// <summary>How a figure of some customers moved, as a share of what it was.</summary>
    /// <param name="of">The figure.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="upIsBetter">Which way is good.</param>
    public KpiChange? Relative(Func<GroupProfile, double> of, Func<double, string> write, bool upIsBetter)
        => Both(of) is var (now, before) ? Relative(now, before, write, upIsBetter) : Missing();

    /// <summary>How a figure of the whole ledger moved, as a share of what it was.</summary>
    public KpiChange? Relative(double now, double before, Func<double, string> write, bool upIsBetter)
        => figures.Earlier is not { Ledger.IsSameSpan: true } ? Was(write(before)) : before == 0 ? null : Change(100 * ((now / before) - 1), Texts.OverviewChangePercent, upIsBetter);

    /// <summary>How a figure of some customers moved, in its own unit.</summary>
    public KpiChange? Difference(Func<GroupProfile, double> of, Func<double, string> write, string words, bool? upIsBetter)
        => Both(of) is var (now, before) ? Difference(now, before, write, words, upIsBetter) : Missing();

    /// <summary>How the share of one segment moved, in points.</summary>
    /// <param name="segmentId">The segment: the same one then and now, whatever else was the best.</param>
    /// <param name="of">The share.</param>
    public KpiChange? Share(long segmentId, Func<GroupProfile, double> of)
    {
        if (figures.Earlier is not { } earlier || figures.Filter.Month is not null)
        {
            return null;
        }

        if (earlier.MissingOf([segmentId]) is not null)
        {
            return NotIn(earlier);
        }

        return (Line(figures.Summary), figures.Before is { } before ? Line(before) : null) is ({ } now, { } then)
            ? Difference(100 * of(now), 100 * of(then), percent => Format.Percent(percent / 100), Texts.OverviewChangePoints, upIsBetter: null)
            : null;

        GroupProfile? Line(Core.Customers.BaseSummary summary) => summary.Segments.FirstOrDefault(line => line.Segment?.SegmentId == segmentId)?.Profile;
    }

    private (double Now, double Before)? Both(Func<GroupProfile, double> of) => figures.Before is { } before ? (of(figures.Summary.Whole), of(before.Whole)) : null;

    private KpiChange? Difference(double now, double before, Func<double, string> write, string words, bool? upIsBetter)
        => figures.Earlier is not { Ledger.IsSameSpan: true } ? Was(write(before)) : Change(now - before, words, upIsBetter);

    /// <summary>The conditions name a segment that the earlier run did not have.</summary>
    private KpiChange? Missing() => figures is { Earlier: { } earlier, Filter.Month: null } && earlier.MissingOf(figures.Filter.SegmentIds) is { } missing
        ? figures.Filter.SegmentIds.Length == 1 || figures.Base.Customers.FindSegment(missing) is not { } segment ? NotIn(earlier)
            : new(Format.Fill(Texts.OverviewSegmentNotInRun, Format.NameOf(segment.Segment.Name), earlier.RunId), null, ChangeMeaning.None)
        : null;

    private static KpiChange NotIn(EarlierRun earlier) => new(Format.Fill(Texts.OverviewNotInRun, earlier.RunId), null, ChangeMeaning.None);

    private KpiChange? Was(string before) => figures.Earlier is { } earlier ? new(Format.Fill(Texts.OverviewWasInRun, before, earlier.RunId), null, ChangeMeaning.None) : null;

    private KpiChange Change(double difference, string words, bool? upIsBetter)
    {
        var earlier = figures.Earlier!;
        var rounded = Math.Round(difference, 1, MidpointRounding.AwayFromZero);
        var (run, day) = (earlier.RunId, Format.Day(DateOnly.FromDateTime(earlier.PublishedAt.ToLocalTime().DateTime)));
        if (rounded == 0)
        {
            return new(Format.Fill(Texts.OverviewUnchanged, run, day), null, ChangeMeaning.None);
        }

        var isRecounted = earlier.Ledger.IsSameRows;
        var meaning = upIsBetter is not { } better || isRecounted ? ChangeMeaning.None : rounded > 0 == better ? ChangeMeaning.Better : ChangeMeaning.Worse;
        var text = isRecounted ? Texts.OverviewRecountedSince : Texts.OverviewChangedSince;
        return new(Format.Fill(text, Format.Fill(words, rounded.ToString(Signed, CultureInfo.CurrentCulture)), run, day), rounded > 0, meaning);
    }
}
