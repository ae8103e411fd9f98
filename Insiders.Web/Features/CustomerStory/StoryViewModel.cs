using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Rfm;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Everything the page of one customer shows.</summary>
public sealed record StoryViewModel
{
    /// <summary>The published run.</summary>
    public required PublishedRun Base { get; init; }

    /// <summary>The customer's row.</summary>
    public required int Row { get; init; }

    /// <summary>The customer's segment; null for noise.</summary>
    public required RunSegment? Segment { get; init; }

    /// <summary>The rows of that segment; empty for noise.</summary>
    public required ImmutableArray<int> Members { get; init; }

    /// <summary>What the customer bought and returned; null when the run's sales are not available.</summary>
    public required CustomerHistory? History { get; init; }

    /// <summary>How regularly the customer buys; null when the run's sales are not available.</summary>
    public required PurchaseRhythm? Rhythm { get; init; }

    /// <summary>The customer's neighbours in the projection, nearest first.</summary>
    public required ImmutableArray<int> Neighbours { get; init; }

    /// <summary>What the customer has in common with the segment.</summary>
    public required ImmutableArray<SharedDifference> Differences { get; init; }

    /// <summary>The RFM scores of all customers, by the cut points in the address, or cut into fifths.</summary>
    public required RfmScores Rfm { get; init; }

    /// <summary>The conditions by which exported files are named.</summary>
    public IEnumerable<string> Conditions() => [$"{Texts.CustomersCustomer} {Id}"];

    /// <summary>The default cut points: fifths.</summary>
    public required RfmCuts Fifths { get; init; }

    /// <summary>The customer's segment in each run, newest first.</summary>
    public required ImmutableArray<CustomerMembership> Memberships { get; init; }

    /// <summary>What is expected of the customer; null while that is not computed, and where nothing can be said.</summary>
    public ImmutableArray<HorizonOutlook>? Outlook { get; init; }

    /// <summary>The customer's stage; null when the run's sales are not available.</summary>
    public StageReading? Stage => Base.Customers.Stages?.Read(Row);

    /// <summary>The customer's id in the ledger.</summary>
    public string Id => Base.Customers.Ids[Row];

    /// <summary>The value of one of the customer's features.</summary>
    public double Of(string feature) => Base.Customers.Feature(feature)[Row];
}
