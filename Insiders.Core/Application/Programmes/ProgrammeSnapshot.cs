using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Programmes;

namespace Insiders.Core.Application.Programmes;

/// <summary>The programme beside the published run.</summary>
/// <param name="Run">The published run.</param>
/// <param name="Stored">The programme, reviewed.</param>
/// <param name="Rows">The rows of the members in the published run, ascending; members that it does not have are left out.</param>
/// <param name="Worth">What the members bring, beside as many customers by revenue alone.</param>
public sealed record ProgrammeSnapshot(PublishedRun Run, StoredProgramme Stored, ImmutableArray<int> Rows, ProgrammeWorth Worth)
{
    /// <summary>True when the published run ends before the last review, so that members are those of later data.</summary>
    public bool IsBehind => Stored.ReviewedOn is { } last && last > Run.Cleaning.LastDate;

    /// <summary>The rows of members in a run, ascending; members that it does not have are left out.</summary>
    public static ImmutableArray<int> RowsOf(PublishedRun run, ImmutableArray<Member> members)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [.. members.Select(member => run.Customers.FindRow(member.CustomerId)).OfType<int>().Order()];
    }
}
