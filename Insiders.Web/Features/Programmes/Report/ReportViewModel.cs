using System.Collections.Immutable;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>The report of a run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Answers">Questions 1 to 20; without links where it is the kept report of an earlier run, for those would lead to the customers of today.</param>
/// <param name="Until">The last day of the sales; null for a kept report.</param>
/// <param name="ReadAt">When the kept report was last read; null for that of the published run.</param>
/// <param name="Kept">Runs with a kept report, newest first.</param>
public sealed record ReportViewModel(long RunId, ImmutableArray<ReportAnswer> Answers, DateOnly? Until, DateTimeOffset? ReadAt, ImmutableArray<long> Kept)
{
    /// <summary>The page's address.</summary>
    public const string Path = "/programme/report";

    /// <summary>The key of a run in addresses.</summary>
    public const string RunKey = "run";

    /// <summary>The nine questions.</summary>
    public IEnumerable<ReportAnswer> Nine => Answers.Where(answer => answer.Number <= 9);

    /// <summary>Those that follow from them.</summary>
    public IEnumerable<ReportAnswer> Further => Answers.Where(answer => answer.Number > 9);

    /// <summary>All answers, a line per sentence and per bar.</summary>
    public ImmutableArray<(ReportAnswer Answer, string Sentence)> Lines
        => [.. Answers.SelectMany(answer => answer.Sentences.Select(sentence => sentence.Text).Concat(answer.Bars.Select(bar => $"{bar.Label}: {bar.Text}")).Select(text => (answer, text)))];
}
