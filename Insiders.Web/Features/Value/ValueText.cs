using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Problems;
using Insiders.Core.Statistics.Purchases;
using Insiders.Core.Statistics.Revenue;

namespace Insiders.Web.Features.Value;

/// <summary>Wording of what is expected.</summary>
public static class ValueText
{
    private const double LargeShare = 0.2;
    private const double TrialError = 0.1;

    /// <summary>Whom it is of.</summary>
    public static string NameOf(OutlookGroup group, long? segmentId, PublishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return group switch
        {
            OutlookGroup.Base => Texts.ValueBase,
            OutlookGroup.Members => Texts.ValueMembers,
            _ => segmentId is { } id && run.Customers.FindSegment(id) is { } segment ? Format.NameOf(segment.Segment.Name) : Texts.NotInAnyGroup,
        };
    }

    /// <summary>An interval of money; a dash where there is none.</summary>
    public static string Between(double? low, double? high) => low is { } from && high is { } to ? Format.Fill(Texts.ValueBetween, Format.WholeMoney(from), Format.WholeMoney(to)) : Texts.ValueNoInterval;

    /// <summary>What cannot be said of these customers, and what to doubt: a sentence each.</summary>
    public static ImmutableArray<string> Doubts(BaseOutlook outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        var sentences = ImmutableArray.CreateBuilder<string>();
        if (outlook.FellBack || outlook.SeesNobodyLeave)
        {
            sentences.Add(Texts.ValueNobodyLeaves);
        }

        if (outlook.SpendProblem is { } problem)
        {
            sentences.Add(ProblemText.Of(Problem.FromText(problem)));
        }

        if (outlook.LargestShare > LargeShare)
        {
            sentences.Add(Format.Fill(Texts.ValueOneLarge, Format.Percent(outlook.LargestShare)));
        }

        if (outlook.Replay.Correction is null)
        {
            sentences.Add(Texts.ValueNoReplay);
        }

        if (Missed(outlook) is { } missed)
        {
            sentences.Add(missed);
        }

        return sentences.ToImmutable();
    }

    /// <summary>How the model in use did in the hold-out period, where it was off by more than a tenth; null otherwise.</summary>
    public static string? Missed(BaseOutlook outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        return (outlook.Models.FirstOrDefault(fit => fit.Kind == outlook.Fitted?.Kind && fit.Made is not null) ?? outlook.Models.FirstOrDefault(fit => fit.Made is not null)) is { Predicted: { } predicted, Made: > 0 and { } made }
            && Math.Abs((predicted / made) - 1) > TrialError
            ? Format.Fill(predicted < made ? Texts.ValueTooFew : Texts.ValueTooMany, Format.Whole(predicted), Format.Whole(made), Format.Percent(Math.Abs((predicted / made) - 1))) : null;
    }

    /// <summary>The name of a period.</summary>
    public static string NameOf(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Unit == PeriodUnit.Month ? Format.Month(period.First) : Format.Day(period.First);
    }

    /// <summary>What a scenario changes.</summary>
    public static string NameOf(ScenarioLever lever) => lever switch
    {
        ScenarioLever.Members => Texts.ValueLeverMembers,
        ScenarioLever.OrderAmount => Texts.ValueLeverOrderValue,
        ScenarioLever.OrdersPerMember => Texts.ValueLeverOrders,
        _ => Texts.ValueLeverLeaving,
    };

    /// <summary>A value of what a scenario changes.</summary>
    public static string ValueOf(ScenarioLever lever, double value) => lever switch
    {
        ScenarioLever.Members => Format.Whole(value),
        ScenarioLever.OrderAmount => Format.Money(value),
        ScenarioLever.OrdersPerMember => Format.Two(value),
        _ => Format.One(100 * value),
    };

    /// <summary>What a scenario changes, with its unit.</summary>
    public static string HeadingOf(ScenarioLever lever) => lever switch
    {
        ScenarioLever.OrderAmount => Headings.Money(NameOf(lever)),
        ScenarioLever.LeavingShare => Headings.Share(NameOf(lever)),
        _ => NameOf(lever),
    };

    /// <summary>The name of a model, as the papers have it.</summary>
    public static string NameOf(PurchaseModelKind kind) => PurchaseModelNames.Of(kind);
}
