using System.Collections.Immutable;
using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>A sales file as far as its first rows tell: where it lies, how it is written, which column is which.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Options">What the caller decided.</param>
/// <param name="Dialect">How it is written.</param>
/// <param name="Columns">Which column is which.</param>
/// <param name="FirstRows">Up to 20 rows below the header, values trimmed, for a preview.</param>
public sealed record SalesFile(
    string Path, ImportOptions Options, CsvDialect Dialect, ColumnMapping Columns, ImmutableArray<ImmutableArray<string>> FirstRows)
{
    private const int PreviewRows = 20;

    /// <summary>The days its sales may have; rows of others are rejected. Every day unless somebody says so.</summary>
    public SaleDays Days { get; init; } = SaleDays.Any;

    /// <summary>Detects what the options leave open.</summary>
    /// <param name="path">A CSV file, plain or gzip.</param>
    /// <param name="options">What the caller knows better.</param>
    /// <param name="ct">Looked at while more than the first rows is read.</param>
    /// <remarks>
    /// Looks at up to 2,000 rows in the first 256 KB. Only when these leave day and month or the decimal mark open are
    /// further rows read, until 50 values tell or the file ends.
    /// </remarks>
    /// <exception cref="NotALedgerException">The file is empty, has a header only, is no text, lacks a column, or its dates follow no known pattern.</exception>
    public static SalesFile Detect(string path, ImportOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var source = SourceText.Open(path, options.Encoding);
        var sample = CsvSample.Take(path, source, options);
        var columns = ColumnMapping.Match(sample.Headers, options.Columns);
        if (sample.Rows.Count == 0)
        {
            throw sample.IsWhole
                ? new NotALedgerException(Problem.Of(ProblemCode.NoRows))
                : RecordLimits.Explain(path, options.Encoding, sample.Separator, line: 2, inner: null);
        }

        var vote = Vote(path, options, sample, columns, ct);
        var dates = options.DatePattern is { } chosen ? new DatePattern(chosen) : vote.Dates;
        if (dates is null && vote.StrangeDate is { } strange)
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.DatesUnknown, columns.Headers[LedgerColumn.SoldAt], SalesReader.Cut(strange)));
        }

        var dialect = new CsvDialect(
            source.Encoding ?? TextEncoding.Utf8,
            sample.Separator,
            options.DecimalMark ?? vote.Mark ?? (sample.Separator == ';' ? DecimalMark.Comma : DecimalMark.Point),
            (dates ?? DatePattern.Known[0]).Text)
        {
            DayBeforeMonthAssumed = options.DatePattern is null && vote.DatesAreAmbiguous,
            DecimalMarkAssumed = options.DecimalMark is null && vote.Mark is null,
        };
        return new SalesFile(path, options, dialect, columns, [.. sample.Rows.Take(PreviewRows).Select(row => CsvSample.Texts(row).ToImmutableArray())]);
    }

    private static DialectVote Vote(string path, ImportOptions options, CsvSample sample, ColumnMapping columns, CancellationToken ct)
    {
        var vote = new DialectVote();
        var (date, price, quantity) = (columns.PositionOf(LedgerColumn.SoldAt), columns.PositionOf(LedgerColumn.UnitPrice), columns.PositionOf(LedgerColumn.Quantity));
        foreach (var row in sample.Rows)
        {
            vote.CountDate(row.ElementAtOrDefault(date));
            vote.CountNumber(row.ElementAtOrDefault(price));
            vote.CountNumber(row.ElementAtOrDefault(quantity));
        }

        var openDates = options.DatePattern is null && vote.DatesAreAmbiguous;
        var openNumbers = options.DecimalMark is null && vote.Mark is null;
        if (sample.IsWhole || (!openDates && !openNumbers))
        {
            return vote;
        }

        using var records = CsvRecords.Open(path, options.Encoding, sample.Separator);
        while (!vote.IsSettled(openDates, openNumbers) && records.Read())
        {
            ct.ThrowIfCancellationRequested();
            vote.CountDate(records.Value(date));
            vote.CountNumber(records.Value(price));
            vote.CountNumber(records.Value(quantity));
        }

        return vote;
    }
}
