using System.Collections.Immutable;
using Insiders.Core.Application.Imports;
using Insiders.Core.Customers;

namespace Insiders.Web.Features.Data;

/// <summary>How imports lie beside each other, in sentences.</summary>
public static class CoverageText
{
    /// <summary>What an import should be looked at again for; empty when it follows the others.</summary>
    public static ImmutableArray<string> Of(ImportCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        return
        [
            .. coverage.Gaps.Select(Of),
            .. coverage.Overlaps.Select(overlap => Format.Fill(Texts.DataOverlap, overlap.FileName, Format.Day(overlap.First), Format.Day(overlap.Last))),
        ];
    }

    /// <summary>A gap in a sentence.</summary>
    public static string Of(SalesGap gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return Format.Fill(Texts.DataGap, Format.Day(gap.First), Format.Day(gap.Last), LedgerDifferenceText.Of(CalendarSpan.Between(gap.First, gap.Last.AddDays(1))));
    }
}
