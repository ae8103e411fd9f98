using System.Collections.Immutable;
using Insiders.Core.Customers;

namespace Insiders.Core.Application.Imports;

/// <summary>How the days of an import lie beside those of the others: what is missing next to it, and what two of them cover.</summary>
/// <param name="Gaps">Times beside it that no import covers, ascending.</param>
/// <param name="Overlaps">Days that another import covers as well.</param>
public sealed record ImportCoverage(ImmutableArray<SalesGap> Gaps, ImmutableArray<ImportOverlap> Overlaps)
{
    /// <summary>True when it follows the others without a gap or an overlap.</summary>
    public bool IsClean => Gaps.IsEmpty && Overlaps.IsEmpty;

    /// <summary>Looks at one import.</summary>
    /// <param name="import">The import.</param>
    /// <param name="others">All that count besides it.</param>
    public static ImportCoverage Of(ImportRecord import, IReadOnlyCollection<ImportRecord> others)
    {
        ArgumentNullException.ThrowIfNull(import);
        ArgumentNullException.ThrowIfNull(others);
        if (import is not { FirstDate: { } first, LastDate: { } last })
        {
            return new([], []);
        }

        return new(
            [.. GapsBetween([.. others, import]).Where(gap => gap.Last.AddDays(1) == first || gap.First.AddDays(-1) == last)],
            [
                .. from other in others
                   where other is { FirstDate: { } begin, LastDate: { } end } && begin <= last && end >= first
                   select new ImportOverlap(other.FileName, Later(first, other.FirstDate!.Value), Earlier(last, other.LastDate!.Value)),
            ]);
    }

    /// <summary>Times between imports that none of them covers, ascending; shorter ones than <see cref="SalesGap.ShortestDays"/> are none.</summary>
    public static ImmutableArray<SalesGap> GapsBetween(IEnumerable<ImportRecord> imports)
    {
        var gaps = ImmutableArray.CreateBuilder<SalesGap>();
        DateOnly? covered = null;
        var spans = imports.Where(import => import is { FirstDate: not null, LastDate: not null }).Select(import => (First: import.FirstDate!.Value, Last: import.LastDate!.Value));
        foreach (var (first, last) in spans.Order())
        {
            if (covered is { } until && first.DayNumber - until.DayNumber - 1 >= SalesGap.ShortestDays)
            {
                gaps.Add(new(until.AddDays(1), first.AddDays(-1)));
            }

            covered = covered is { } known && known > last ? known : last;
        }

        return gaps.ToImmutable();
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
