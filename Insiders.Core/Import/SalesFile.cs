using System.Collections.Immutable;
using Insiders.Core.Import.Evidence;
using Insiders.Core.Import.Values;
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

    /// <summary>Names of what stands in the place of a product in rows that are the sum of others; such rows are rejected.</summary>
    public ImmutableHashSet<string> Subtotals { get; init; } = [];

    /// <summary>True when quantities have fractions.</summary>
    internal bool HasFractions { get; init; }

    /// <summary>What is done with its customers.</summary>
    internal CustomerReading Customers { get; init; } = CustomerReading.Plain;

    /// <summary>What is doubtful about it.</summary>
    internal ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>True when what was paid for a line is read as it stands, and not as quantity times price.</summary>
    internal bool HasAmounts => Columns.Has(LedgerColumn.Amount) || Discounts is { IsTakenOff: true };

    /// <summary>The only currency whose rows are read, of a file that has several; null reads all.</summary>
    public string? Currency { get; init; }

    /// <summary>How its discounts are read; null where it has none that are shares.</summary>
    internal DiscountReading? Discounts { get; init; }

    /// <summary>Detects what the options leave open.</summary>
    /// <param name="path">A file in any container, or a folder of such files.</param>
    /// <param name="options">What the caller knows better.</param>
    /// <param name="ct">Looked at while more than the first rows is read.</param>
    /// <remarks>
    /// Looks at up to 2,000 rows in the first 256 KB. Only when these leave day and month or the decimal mark open are
    /// further rows read, until 50 values tell or the file ends.
    /// </remarks>
    /// <exception cref="NotALedgerException">
    /// The file is empty, has a header only, is no text, lacks a column, its dates follow no known pattern, or its ids are rounded numbers.
    /// </exception>
    public static SalesFile Detect(string path, ImportOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        var sample = CsvSample.Take(path, options);
        var columns = ColumnMapping.Match(sample.Headers, options.Columns);
        if (sample.Rows.Count == 0)
        {
            throw sample.IsWhole
                ? new NotALedgerException(Problem.Of(ProblemCode.NoRows))
                : RecordLimits.Explain(new(path, options), sample.Separator, line: 2, inner: null);
        }

        IdEvidence.RefuseRounded(columns, sample.Rows);
        options = options with { Encoding = sample.CodePage ?? options.Encoding };
        var vote = Vote(path, options, sample, columns, ct);
        var dates = FindDates(options, vote, sample, columns);
        if (dates is null && vote.StrangeDate is { } strange)
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.DatesUnknown, columns.Headers[LedgerColumn.SoldAt], SalesReader.Cut(strange)));
        }

        var dialect = new CsvDialect(
            sample.Encoding ?? TextEncoding.Utf8,
            sample.Separator,
            MarkOf(options) ?? vote.Mark ?? (sample.Separator == ';' && !sample.HasTypes ? DecimalMark.Comma : DecimalMark.Point),
            dates?.Pattern ?? DatePattern.Known[0].Text)
        {
            DayBeforeMonthAssumed = dates is { IsAssumed: true },
            DecimalMarkAssumed = MarkOf(options) is null && vote.Mark is null && !sample.HasTypes,
            Quoting = sample.Quoting,
            TitleLines = sample.TitleLines,
        };
        var (priced, price) = PriceEvidence.Apply(columns, sample.Rows, dialect.DecimalMark, options);
        var (discounted, discounts, shares) = DiscountEvidence.Apply(priced, sample.Rows, dialect.DecimalMark, options);
        var (known, guests) = IdEvidence.FindGuests(discounted, sample.Rows, options);
        Finding?[] findings =
        [
            price,
            dates is { IsAssumed: true } ? new(QuestionCode.DayOrMonth, "", [dialect.DatePattern]) : null,
            dates is { ByOrder: true } ? new(QuestionCode.DayOrMonth, dialect.DatePattern.StartsWith('d') ? "day-first" : "month-first", [dialect.DatePattern]) : null,
            dialect.DecimalMarkAssumed && vote.EitherWay is { } number ? new(QuestionCode.DecimalMark, "", [number, dialect.DecimalMark == DecimalMark.Point ? ProblemValue.Bilingual("point", "ponto") : ProblemValue.Bilingual("comma", "vírgula")]) : null,
            known.Has(LedgerColumn.Invoice) ? null : new(QuestionCode.NoOrderNumber, "by-moment", []),
            guests,
            shares,
        ];
        return new SalesFile(path, options, dialect, known, [.. sample.Rows.Take(PreviewRows).Select(row => CsvSample.Texts(row).ToImmutableArray())])
        {
            HasFractions = known.Has(LedgerColumn.Quantity) && sample.Rows.Any(row => IsFraction(row.ElementAtOrDefault(known.PositionOf(LedgerColumn.Quantity)), dialect.DecimalMark)),
            Currency = options.Answers.GetValueOrDefault(QuestionCode.Currencies) is { } kept and not CurrencyLog.Together ? kept == CurrencyLog.Nameless ? kept : CurrencyMark.NameOf(kept) : null,
            Discounts = discounts,
            Findings = [.. findings.OfType<Finding>()],
        };
    }

    private static DecimalMark? MarkOf(ImportOptions options) => options.DecimalMark ?? options.Answers.GetValueOrDefault(QuestionCode.DecimalMark) switch
    {
        "point" => DecimalMark.Point,
        "comma" => DecimalMark.Comma,
        _ => null,
    };

    private static bool IsFraction(byte[]? text, DecimalMark mark) => text is not null && Amount.TryRead(text, mark, out var value, out _) && value % Amount.Scale != 0;

    private static DateEvidence? FindDates(ImportOptions options, DialectVote vote, CsvSample sample, ColumnMapping columns)
    {
        if (options.DatePattern is { } chosen)
        {
            return new(new DatePatterns(chosen).Text, false, false);
        }

        var (date, order) = (columns.PositionOf(LedgerColumn.SoldAt), columns.PositionOf(LedgerColumn.Invoice));
        var evidence = DateEvidence.Find(vote, [.. sample.Rows.Select(row => (row.ElementAtOrDefault(date) ?? [], order < 0 ? [] : row.ElementAtOrDefault(order) ?? []))]);
        return options.Answers.GetValueOrDefault(QuestionCode.DayOrMonth) is { } answer && evidence is { IsAssumed: true } or { ByOrder: true }
            ? new(DatePatterns.Turn(evidence.Pattern, dayFirst: answer == "day-first"), false, false) : evidence;
    }

    private static DialectVote Vote(string path, ImportOptions options, CsvSample sample, ColumnMapping columns, CancellationToken ct)
    {
        var vote = new DialectVote();
        var date = columns.PositionOf(LedgerColumn.SoldAt);
        int[] numbers = [.. new[] { LedgerColumn.UnitPrice, LedgerColumn.Amount, LedgerColumn.Quantity }.Select(columns.PositionOf).Where(position => position >= 0)];
        foreach (var row in sample.Rows)
        {
            vote.CountDate(row.ElementAtOrDefault(date));
            foreach (var number in numbers)
            {
                vote.CountNumber(row.ElementAtOrDefault(number));
            }
        }

        var openDates = options.DatePattern is null && vote.DatesAreAmbiguous;
        var openNumbers = MarkOf(options) is null && vote.Mark is null && !sample.HasTypes;
        if (sample.IsWhole || (!openDates && !openNumbers))
        {
            return vote;
        }

        using var records = CsvRecords.Open(new(path, options), sample.Separator, sample.Quoting, sample.TitleLines);
        while (!vote.IsSettled(openDates, openNumbers) && records.Read())
        {
            ct.ThrowIfCancellationRequested();
            vote.CountDate(records.Value(date));
            foreach (var number in numbers)
            {
                vote.CountNumber(records.Value(number));
            }
        }

        return vote;
    }
}
