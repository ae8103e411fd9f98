using System.Collections.Immutable;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>An answer of the report.</summary>
/// <param name="Number">The number of its question.</param>
/// <param name="Question">The question.</param>
/// <param name="Sentences">The answer: the figure first, then what it stands beside.</param>
/// <param name="Definition">How it is defined.</param>
/// <param name="Address">The page that goes into it; null where there is none.</param>
public sealed record ReportAnswer(int Number, string Question, ImmutableArray<ReportSentence> Sentences, string Definition, string? Address)
{
    /// <summary>The figures side by side; empty where there is nothing to compare.</summary>
    public ImmutableArray<ReportBar> Bars { get; init; } = [];

    /// <summary>True where the data cannot answer it; the sentences say what is missing.</summary>
    public bool IsOpen { get; init; }

    /// <summary>An answer that says what is missing.</summary>
    public static ReportAnswer Open(int number, string question, string missing, string definition, string? address = null)
        => new(number, question, [new(missing)], definition, address) { IsOpen = true };
}
