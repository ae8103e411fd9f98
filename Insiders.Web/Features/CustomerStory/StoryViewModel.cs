using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Customers;
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

    /// <summary>Its segment; null for noise.</summary>
    public required RunSegment? Segment { get; init; }

    /// <summary>The rows of that segment; empty for noise.</summary>
    public required ImmutableArray<int> Members { get; init; }

    /// <summary>What it bought and returned; null where the run's sales are not kept.</summary>
    public required CustomerHistory? History { get; init; }

    /// <summary>How regularly it buys; null where the run's sales are not kept.</summary>
    public required PurchaseRhythm? Rhythm { get; init; }

    /// <summary>Its neighbours on the map, nearest first.</summary>
    public required ImmutableArray<int> Neighbours { get; init; }

    /// <summary>In what it is like its segment.</summary>
    public required ImmutableArray<SharedDifference> Differences { get; init; }

    /// <summary>The RFM scores of the base, by the cut points of the address, else cut into fifths.</summary>
    public required RfmScores Rfm { get; init; }

    /// <summary>What its files are about, in words.</summary>
    public IEnumerable<string> Conditions() => [$"{Texts.CustomersCustomer} {Id}"];

    /// <summary>The cut points that nobody set.</summary>
    public required RfmCuts Fifths { get; init; }

    /// <summary>Its segment over runs, newest first.</summary>
    public required ImmutableArray<CustomerMembership> Memberships { get; init; }

    /// <summary>Its stage; null where the run's sales are not kept.</summary>
    public StageReading? Stage => Base.Customers.Stages?.Read(Row);

    /// <summary>Its id in the ledger.</summary>
    public string Id => Base.Customers.Ids[Row];

    /// <summary>One of its features.</summary>
    public double Of(string feature) => Base.Customers.Feature(feature)[Row];
}
