using System.Collections.Immutable;
using Insiders.Core.Application.Outlooks;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Sales;

namespace Insiders.Core.Application.Programmes.Report;

/// <summary>What the report draws on besides the programme and the run.</summary>
/// <param name="Outlook">What is expected of customers; null while it is not computed.</param>
/// <param name="Proof">Who would have been chosen earlier; null where that cannot be said.</param>
/// <param name="Forecasts">How the revenue of segments goes on; null while it is not computed.</param>
/// <param name="Products">What members buy more often than everybody, the highest lift first; null without the sales of the run.</param>
public sealed record ReportEvidence(BaseOutlook? Outlook, ChoiceProof? Proof, RevenueForecasts? Forecasts, ImmutableArray<ProductLift>? Products)
{
    /// <summary>Nothing but programme and run.</summary>
    public static ReportEvidence None { get; } = new(null, null, null, null);
}
