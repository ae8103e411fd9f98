using System.Collections.Immutable;
using Insiders.Core.Import;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Imports;

/// <summary>An uploaded file as it would be imported.</summary>
/// <param name="Job">The job.</param>
/// <param name="Choices">What a person said, or said the last time about a file with these headers.</param>
public sealed record ImportReview(ImportJob Job, ImportChoices Choices)
{
    /// <summary>True when the choices come from an earlier file with the same headers.</summary>
    public bool IsRemembered { get; init; }

    /// <summary>The sheets to choose from, where the file is a workbook.</summary>
    public ImmutableArray<string> Sheets { get; init; } = [];

    /// <summary>The templates that people saved, by name.</summary>
    public ImmutableArray<SavedTemplate> Templates { get; init; } = [];

    /// <summary>The template that the file is read by, one of a known program or one that people saved; null when there is none.</summary>
    public string? TemplateName { get; init; }

    /// <summary>The file's headers; null when the file is no text.</summary>
    public SalesFileHead? Head { get; init; }

    /// <summary>Which header is which column, as far as that is known.</summary>
    public ImmutableDictionary<LedgerColumn, string> Columns { get; init; } = ImmutableDictionary<LedgerColumn, string>.Empty;

    /// <summary>How the file is written; null when it cannot be read as sales.</summary>
    public CsvDialect? Dialect { get; init; }

    /// <summary>The first rows, good and bad.</summary>
    public ImmutableArray<PreviewRow> Rows { get; init; } = [];

    /// <summary>What is doubtful about it, as far as its first rows tell; null when it cannot be read as sales.</summary>
    public SalesSurvey? Survey { get; init; }

    /// <summary>True when a person must answer before the file can be loaded: any reading would be a guess.</summary>
    public bool HasOpenQuestion => Survey?.Questions.Any(question => question.IsOpen) == true;

    /// <summary>Why it cannot be read as sales; null when it can.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The invented shop is still in the ledger, and its sales would mix with these.</summary>
    public ImportRecord? GeneratedShop { get; init; }
}
