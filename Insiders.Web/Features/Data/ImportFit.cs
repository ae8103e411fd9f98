using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Storage;

namespace Insiders.Web.Features.Data;

/// <summary>How the days of imports lie beside each other: what is missing between them, and what two of them cover.</summary>
public static class ImportFit
{
    /// <summary>Times between imports that none of them covers, ascending; shorter ones than <see cref="SalesGap.ShortestDays"/> are none.</summary>
    public static ImmutableArray<SalesGap> Gaps(IEnumerable<ImportRecord> imports)
    {
        var gaps = ImmutableArray.CreateBuilder<SalesGap>();
        DateOnly? covered = null;
        foreach (var (first, last) in Spans(imports).Order())
        {
            if (covered is { } until && first.DayNumber - until.DayNumber - 1 >= SalesGap.ShortestDays)
            {
                gaps.Add(new(until.AddDays(1), first.AddDays(-1)));
            }

            covered = covered is { } known && known > last ? known : last;
        }

        return gaps.ToImmutable();
    }

    /// <summary>What an import should be looked at again for, in sentences; empty when it follows the others.</summary>
    /// <param name="import">The import.</param>
    /// <param name="others">All that count besides it.</param>
    public static ImmutableArray<string> Warnings(ImportRecord import, IReadOnlyCollection<ImportRecord> others)
    {
        ArgumentNullException.ThrowIfNull(import);
        ArgumentNullException.ThrowIfNull(others);
        if (import is not { FirstDate: { } first, LastDate: { } last })
        {
            return [];
        }

        var gaps = Gaps([.. others, import]).Where(gap => gap.Last.AddDays(1) == first || gap.First.AddDays(-1) == last);
        var overlaps = others.Where(other => other is { FirstDate: { } begin, LastDate: { } end } && begin <= last && end >= first);
        return
        [
            .. gaps.Select(SentenceOf),
            .. overlaps.Select(other => Figures.Fill(Texts.DataOverlap, other.FileName, Figures.Day(Later(first, other.FirstDate!.Value)), Figures.Day(Earlier(last, other.LastDate!.Value)))),
        ];
    }

    /// <summary>A gap in words.</summary>
    public static string SentenceOf(SalesGap gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return Figures.Fill(Texts.DataGap, Figures.Day(gap.First), Figures.Day(gap.Last), LedgerDifferenceText.Of(CalendarSpan.Between(gap.First, gap.Last.AddDays(1))));
    }

    private static IEnumerable<(DateOnly First, DateOnly Last)> Spans(IEnumerable<ImportRecord> imports)
        => imports.Where(import => import is { FirstDate: not null, LastDate: not null }).Select(import => (import.FirstDate!.Value, import.LastDate!.Value));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
