using System.Collections.Immutable;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Customers;

/// <content>Where customers are now.</content>
public sealed partial class CustomerTable
{
    /// <summary>The column of <see cref="Stages"/> in lists.</summary>
    public const string StageColumn = "stage";

    /// <summary>The stage of every customer; null when the sales of the run are not known.</summary>
    public CustomerStages? Stages { get; private init; }

    /// <summary>The same customers with their stages, and the names of their segments judged by them.</summary>
    /// <param name="stages">Beside the rows of this base; null where they are not known.</param>
    public CustomerTable WithStages(CustomerStages? stages) => With(Segments, stages);

    /// <summary>The same customers in other segments and stages, which judge the names of the segments.</summary>
    /// <param name="segments">As for the constructor.</param>
    /// <param name="stages">Beside the rows of this base; null where they are not known.</param>
    public CustomerTable With(ImmutableArray<RunSegment> segments, CustomerStages? stages)
    {
        var customers = new CustomerTable(_columns, segments) { Months = Months, Days = Days, Measured = Measured, Stages = stages };
        var members = customers.Everybody.ToLookup(row => customers.SegmentOf[row]);
        customers.Segments = [.. segments.Select((segment, place) => segment with { Segment = segment.Segment.JudgedBy(customers.CountMembers(members[place])) })];
        return customers;
    }

    /// <summary>What some customers are and do, counted; null where stages are not known.</summary>
    /// <param name="rows">Any rows of the base.</param>
    public MemberCounts? CountMembers(IEnumerable<int> rows)
        => Stages is null ? null : MemberCounts.Of(rows, Stages.Stages, Feature("gross_revenue"), Feature("qtty_invoices"), Mean("gross_revenue", Everybody));
}
