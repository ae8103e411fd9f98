using Insiders.Core.Customers.Hypotheses;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Insights.Hypotheses;

/// <summary>The export of the hypotheses.</summary>
public static class HypothesisExports
{
    /// <summary>The hypotheses in figures; null until a run is published.</summary>
    public static async Task<ExportTable?> HypothesesAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.Get<HypothesesLoader>().FindWholeAsync(cancellationToken) is not { } view)
        {
            return null;
        }

        return ExportTable.Of<HypothesisVerdict>(
            () => Texts.InsightsHypotheses,
            view.Verdicts,
            new(Texts.HypothesisColumn, ValueKind.Text, verdict => HypothesisText.ClaimOf(verdict.Result.Hypothesis, view.Published.Customers)),
            new(Texts.HypothesisVerdict, ValueKind.Text, verdict => HypothesisText.NameOf(verdict.Verdict)),
            new(Texts.HypothesisEstimate, ValueKind.Number, verdict => verdict.Result.Estimate),
            new(Texts.HypothesisLow, ValueKind.Number, verdict => verdict.Result.Low),
            new(Texts.HypothesisHigh, ValueKind.Number, verdict => verdict.Result.High),
            new(Texts.HypothesisThresholdColumn, ValueKind.Number, verdict => HypothesisText.ThresholdOf(verdict.Result.Hypothesis)),
            new(Texts.HypothesisGroupCount, ValueKind.Whole, verdict => verdict.Result.GroupCount),
            new(Texts.HypothesisBaseCount, ValueKind.Whole, verdict => verdict.Result.BaseCount),
            new(Texts.HypothesisAgainstFalse, ValueKind.Number, verdict => verdict.AgainstFalse),
            new(Texts.HypothesisAgainstTrue, ValueKind.Number, verdict => verdict.AgainstTrue),
            new(Texts.HypothesisSentence, ValueKind.Text, verdict => HypothesisText.SentenceOf(verdict, view.Published.Customers)));
    }
}
