using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.WorkLists;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Overview.Week;

/// <summary>The work list as a file.</summary>
public static class WorkExports
{
    /// <summary>The columns, in the order of the page.</summary>
    public static ImmutableArray<ExportField<WorkItem>> Fields() =>
    [
        new(Texts.WorkAct, ValueKind.Text, item => WorkText.NameOf(item.Act)),
        new(Texts.CustomersCustomer, ValueKind.Text, item => item.CustomerId),
        new(Texts.WorkWhy, ValueKind.Text, item => WorkText.NameOf(item.Reason)),
        new(Texts.WorkMoney, ValueKind.Money, item => item.MoneyAmount),
        new(Texts.WorkOwner, ValueKind.Text, item => item.Owner),
        new(Texts.WorkState, ValueKind.Text, item => WorkText.NameOf(item.State)),
        new(Texts.WorkNote, ValueKind.Text, item => item.Note.Length > 0 ? item.Note : null),
    ];

    /// <summary>The list of the published run; null while none is.</summary>
    public static async Task<ExportTable?> ItemsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is { } known
            ? ExportTable.Of(() => Texts.WorkTitle, (await request.Get<WorkListService>().ReadAsync(known, cancellationToken)).Items, Fields())
            : null;
    }
}
