using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>The report as a file.</summary>
public static class ReportExports
{
    /// <summary>A line per sentence, of the published run or of the earlier one in the address; null until a run is published.</summary>
    public static async Task<ExportTable?> AnswersAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<ReportLoader>().FindAsync(request.Number(ReportViewModel.RunKey), cancellationToken) is not { } report ? null
            : ExportTable.Of<(ReportAnswer Answer, string Sentence)>(
                () => Texts.PageReport,
                report.Lines,
                new(Texts.ReportNumber, ValueKind.Whole, line => line.Answer.Number),
                new(Texts.ReportQuestion, ValueKind.Text, line => line.Answer.Question),
                new(Texts.ReportAnswerTitle, ValueKind.Text, line => line.Sentence),
                new(Texts.ReportDefinition, ValueKind.Text, line => line.Answer.Definition));
    }
}
