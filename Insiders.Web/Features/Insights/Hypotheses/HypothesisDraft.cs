using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Hypotheses;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Web.Features.Insights.Hypotheses;

/// <summary>A hypothesis while somebody writes it in the form.</summary>
public sealed class HypothesisDraft
{
    /// <summary>The value of the best segment, and of everybody, in the list of groups.</summary>
    public const string Best = "best", Everybody = "everybody";

    private const string SegmentPrefix = "segment:", StagePrefix = "stage:", CountryPrefix = "country:";
    private const double Percent = 100;
    private const double TwiceInPercent = 200;

    /// <summary>What is compared.</summary>
    public HypothesisKind Kind { get; private set; } = HypothesisKind.Mean;

    /// <summary>The measure.</summary>
    public string Measure { get; set; } = "gross_revenue";

    /// <summary>The other measure, of rank correlations.</summary>
    public string Other { get; set; } = "qtty_invoices";

    /// <summary>The group, as a value of the list.</summary>
    public string Group { get; set; } = Best;

    /// <summary>"At least" or "at most".</summary>
    public bool IsAtLeast { get; set; } = true;

    /// <summary>In percent; of rank correlations a number from −1 to 1.</summary>
    public double Threshold { get; set; } = TwiceInPercent;

    private bool IsRanks => Kind == HypothesisKind.RanksTogether;

    /// <summary>The value of a segment in the list of groups.</summary>
    public static string KeyOf(RunSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return SegmentPrefix + segment.SegmentId.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The value of a stage.</summary>
    public static string KeyOf(CustomerStage stage) => StagePrefix + stage;

    /// <summary>The value of a country.</summary>
    public static string KeyOf(string country) => CountryPrefix + country;

    /// <summary>The measures to choose from; empty where the kind needs none.</summary>
    public ImmutableArray<string> Measures(CustomerTable customers) => Hypothesis.MeasuresOf(Kind, customers);

    /// <summary>Chooses what is compared: what no longer fits takes its first value.</summary>
    public void Choose(HypothesisKind kind, CustomerTable customers)
    {
        Threshold = kind switch
        {
            HypothesisKind.RanksTogether => 0,
            HypothesisKind.ShareOfTotal or HypothesisKind.ShareOfProducts => 10,
            _ when Kind is HypothesisKind.Mean or HypothesisKind.Median or HypothesisKind.PooledReturns => Threshold,
            _ => TwiceInPercent,
        };
        Kind = kind;
        Group = !IsRanks && Group == Everybody ? Best : Group;
        if (Measures(customers) is { IsEmpty: false } measures && !measures.Contains(Measure))
        {
            Measure = measures[0];
        }
    }

    /// <summary>What the threshold is a number of.</summary>
    public string ThresholdLabel() => Kind switch
    {
        HypothesisKind.RanksTogether => Texts.HypothesisThresholdRanks,
        HypothesisKind.ShareOfTotal or HypothesisKind.ShareOfProducts => Texts.HypothesisThresholdShare,
        _ => Texts.HypothesisThresholdRatio,
    };

    /// <summary>The hypothesis as it stands; whether it can be asked the use case says.</summary>
    public Hypothesis Write() => new()
    {
        Id = "",
        Kind = Kind,
        Measure = Kind is HypothesisKind.PooledReturns or HypothesisKind.ShareOfProducts ? "" : Measure,
        Other = IsRanks ? Other : "",
        Group = GroupOf(),
        IsAtLeast = IsAtLeast,
        Threshold = IsRanks ? Threshold : Threshold / Percent,
    };

    private HypothesisGroup GroupOf()
        => Group.StartsWith(SegmentPrefix, StringComparison.Ordinal) && long.TryParse(Group.AsSpan(SegmentPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(SegmentId: id)
            : Group.StartsWith(StagePrefix, StringComparison.Ordinal) && Enum.TryParse<CustomerStage>(Group[StagePrefix.Length..], out var stage) ? new(Stage: stage)
            : Group.StartsWith(CountryPrefix, StringComparison.Ordinal) ? new(Country: Group[CountryPrefix.Length..])
            : Group == Everybody ? HypothesisGroup.Everybody : HypothesisGroup.Best;
}
