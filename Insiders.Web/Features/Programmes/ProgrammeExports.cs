using System.Collections.Immutable;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Programmes;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Programmes;

/// <summary>Members, events and needs as files; columns as on the page.</summary>
public static class ProgrammeExports
{
    /// <summary>The columns of members.</summary>
    public static ImmutableArray<ExportField<MemberLine>> MemberFields() =>
    [
        new(Texts.CustomersCustomer, ValueKind.Text, line => line.CustomerId),
        new(Texts.ProgrammeTier, ValueKind.Text, line => line.Tier),
        new(Texts.ProgrammeSince, ValueKind.Day, line => line.JoinedOn),
        new(Texts.ColumnRevenue, ValueKind.Money, line => line.RevenueAmount),
        new(Texts.ProgrammeWhy, ValueKind.Text, line => line.Reasons.IsEmpty ? null : string.Join("; ", line.Reasons)),
        new(Texts.ProgrammeClose, ValueKind.Text, line => line.Close),
    ];

    /// <summary>The columns of events.</summary>
    /// <param name="view">The page, for the names of tiers and segments.</param>
    public static ImmutableArray<ExportField<LoggedEvent>> EventFields(ProgrammeViewModel view) =>
    [
        new(Texts.ProgrammeWhen, ValueKind.Day, line => line.Event.On),
        new(Texts.CustomersCustomer, ValueKind.Text, line => line.Event.CustomerId),
        new(Texts.ProgrammeWhat, ValueKind.Text, line => What(view, line.Event)),
        new(Texts.ProgrammeReason, ValueKind.Text, line => Why(line.Event)),
        new(Texts.ProgrammeEvidence, ValueKind.Text, line => line.Event.Evidence.IsEmpty ? null : string.Join("; ", line.Event.Evidence.Select(reading => ProgrammeText.Of(reading, view.Snapshot.Run.Customers)))),
    ];

    /// <summary>The columns of needs.</summary>
    public static ImmutableArray<ExportField<CustomerNeed>> NeedFields() =>
    [
        new(Texts.CustomersCustomer, ValueKind.Text, need => need.CustomerId),
        new(Texts.ProgrammeNeedOrders, ValueKind.Whole, need => need.Orders),
        new(Texts.ProgrammeNeedMoney, ValueKind.Money, need => need.MoneyAmount),
    ];

    /// <summary>The members now, or on the day of the address.</summary>
    public static Task<ExportTable?> MembersAsync(ExportRequest request, CancellationToken cancellationToken)
        => OfAsync(request, ProgrammeQuery.Members, view => ExportTable.Of(() => Texts.ProgrammeMembers, view.Members, MemberFields()) with { Conditions = () => view.Query.On is { } on ? [Format.Day(on)] : [] }, cancellationToken);

    /// <summary>The log, or the changes since the last review.</summary>
    public static Task<ExportTable?> EventsAsync(ExportRequest request, CancellationToken cancellationToken)
        => OfAsync(request, ProgrammeQuery.Events, view => ExportTable.Of(() => view.Query.IsWhole ? Texts.ProgrammeEvents : Texts.ProgrammeChanges, view.Events, EventFields(view)), cancellationToken);

    /// <summary>What the customers nearest to the programme would need.</summary>
    public static Task<ExportTable?> NeedsAsync(ExportRequest request, CancellationToken cancellationToken)
        => OfAsync(request, ProgrammeQuery.Conditions, view => ExportTable.Of(() => Texts.ProgrammeNeeds, view.Words.Needs, NeedFields()), cancellationToken);

    /// <summary>What people decided by hand.</summary>
    public static Task<ExportTable?> DecisionsAsync(ExportRequest request, CancellationToken cancellationToken)
        => OfAsync(request, ProgrammeQuery.ByHand, view => ExportTable.Of(() => Texts.ProgrammeByHand, view.Snapshot.Stored.Decisions, DecisionFields(view)), cancellationToken);

    /// <summary>The columns of decisions by hand.</summary>
    /// <param name="view">The page, for the names of tiers.</param>
    public static ImmutableArray<ExportField<ManualDecision>> DecisionFields(ProgrammeViewModel view) =>
    [
        new(Texts.CustomersCustomer, ValueKind.Text, decision => decision.CustomerId),
        new(Texts.ProgrammeDecision, ValueKind.Text, decision => Decided(view, decision)),
        new(Texts.ProgrammeReason, ValueKind.Text, decision => decision.Reason),
        new(Texts.ProgrammeUntil, ValueKind.Day, decision => decision.Until),
        new(Texts.ProgrammeBy, ValueKind.Text, decision => decision.By),
    ];

    /// <summary>What a decision by hand says.</summary>
    public static string Decided(ProgrammeViewModel view, ManualDecision decision)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(decision);
        return decision.IsExclusion ? Texts.ProgrammeExclude : Format.Fill(Texts.ProgrammeIncludeIn, view.TierOf(decision.Tier));
    }

    /// <summary>What happened, with the tiers where they change and the day of a loss to come.</summary>
    public static string What(ProgrammeViewModel view, ProgrammeEvent happened)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(happened);
        var name = ProgrammeText.NameOf(happened.Kind);
        return happened switch
        {
            { Kind: EventKind.MovedUp or EventKind.MovedDown } => Format.Fill(Texts.ProgrammeFromTo, name, view.TierOf(happened.FromTier), view.TierOf(happened.ToTier)),
            { LeavesOn: { } day } => $"{name}: {Format.Fill(Texts.ProgrammeLeavesUnless, Format.Day(day))}",
            _ => name,
        };
    }

    /// <summary>Why it happened, with what somebody typed.</summary>
    public static string Why(ProgrammeEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Note is { } note ? $"{ProgrammeText.NameOf(happened.Reason)}: {note}" : ProgrammeText.NameOf(happened.Reason);
    }

    private static async Task<ExportTable?> OfAsync(ExportRequest request, string part, Func<ProgrammeViewModel, ExportTable> table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<ProgrammeLoader>().FindAsync(ProgrammeQuery.Read(request.Address) with { View = part }, cancellationToken) is { } view ? table(view) : null;
    }
}
