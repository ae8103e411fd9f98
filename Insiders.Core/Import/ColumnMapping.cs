using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>Which column of a file holds which column of the ledger.</summary>
/// <remarks>
/// Names are compared without regard to case, accents, blanks and punctuation. When several headers fit one column, the name earlier
/// in the list of <see cref="HeaderNames"/> wins; headers that fit nothing are passed over. The headings of a known export
/// (<see cref="ImportTemplate"/>) mean what its template says. Immutable.
/// </remarks>
public sealed class ColumnMapping
{
    private static readonly int s_columns = Enum.GetValues<LedgerColumn>().Length;

    private readonly ImmutableArray<int> _positions;
    private readonly ImmutableArray<string> _headers;

    private ColumnMapping(ImmutableArray<int> positions, ImmutableArray<string> headers)
    {
        _positions = positions;
        _headers = headers;
        Headers = Enum.GetValues<LedgerColumn>().Where(Has).ToImmutableDictionary(column => column, column => headers[positions[(int)column]]);
        Width = headers.Length;
        NamedWidth = headers.Length - headers.Reverse().TakeWhile(string.IsNullOrEmpty).Count();
    }

    /// <summary>The header, as it stands in the file, of each column that the file has.</summary>
    public ImmutableDictionary<LedgerColumn, string> Headers { get; }

    /// <summary>How many headers the file has, empty ones at the end included.</summary>
    public int Width { get; }

    /// <summary>How many headers the file has up to the last one with a name: a row needs as many values.</summary>
    public int NamedWidth { get; }

    /// <summary>Where in a row the values of a column stand, counted from 0; -1 where the file has no such column.</summary>
    public int PositionOf(LedgerColumn column) => _positions[(int)column];

    /// <summary>True when the file has the column.</summary>
    public bool Has(LedgerColumn column) => PositionOf(column) >= 0;

    /// <summary>Finds the columns by name.</summary>
    /// <param name="headers">The headers of the file in order, trimmed; some may be empty.</param>
    /// <param name="chosen">Headers chosen by hand; they win over names.</param>
    /// <exception cref="NotALedgerException">
    /// Who, when or how much is missing, a chosen header is not there, or the header of a column occurs twice.
    /// </exception>
    public static ColumnMapping Match(IReadOnlyList<string> headers, IReadOnlyDictionary<LedgerColumn, string> chosen)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(chosen);
        var positions = Find(headers, chosen);
        var found = new ProblemValue(ProblemValueKind.Headers, string.Join('\n', headers));
        var byHand = chosen.Keys.Where(column => positions[(int)column] < 0).Order().ToList();
        if (byHand.Count > 0)
        {
            throw new NotALedgerException(Problem.Of(
                ProblemCode.ChosenHeadersMissing, found, string.Join(", ", byHand.Select(column => $"'{chosen[column]}'")), ProblemValue.Columns(byHand)));
        }

        var missing = Missing(positions);
        if (missing.Count > 0)
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.ColumnsMissing, found, ProblemValue.Columns(missing)));
        }

        foreach (var column in Enum.GetValues<LedgerColumn>().Where(column => positions[(int)column] >= 0))
        {
            var key = HeaderNames.Key(headers[positions[(int)column]]);
            var twins = Enumerable.Range(0, headers.Count).Where(i => HeaderNames.Key(headers[i]) == key).ToList();
            if (twins.Count > 1)
            {
                throw new NotALedgerException(Problem.Of(
                    ProblemCode.HeaderTwice, headers[twins[0]], twins.Count, string.Join(", ", twins.Select(i => (i + 1).ToString(CultureInfo.InvariantCulture))), ProblemValue.Columns([column])));
            }
        }

        return new ColumnMapping([.. positions], [.. headers]);
    }

    /// <summary>The columns that are found by name or chosen by hand, whether or not all that is needed is there: what a form starts from.</summary>
    /// <param name="headers">The headers of the file in order, trimmed; some may be empty.</param>
    /// <param name="chosen">Headers chosen by hand; they win over names.</param>
    /// <returns>The header of each column found.</returns>
    public static ImmutableDictionary<LedgerColumn, string> Suggest(IReadOnlyList<string> headers, IReadOnlyDictionary<LedgerColumn, string> chosen)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(chosen);
        var positions = Find(headers, chosen);
        return Enum.GetValues<LedgerColumn>().Where(column => positions[(int)column] >= 0).ToImmutableDictionary(column => column, column => headers[positions[(int)column]]);
    }

    /// <summary>True when headers say who, when and how much.</summary>
    internal static bool IsWhole(IReadOnlyList<string> headers, IReadOnlyDictionary<LedgerColumn, string> chosen) => Missing(Find(headers, chosen)).Count == 0;

    /// <summary>How many of the ledger's columns a header line has: what tells one separator from another.</summary>
    internal static int CountMatches(IReadOnlyList<string> headers, IReadOnlyDictionary<LedgerColumn, string> chosen) =>
        Find(headers, chosen).Count(position => position >= 0);

    /// <summary>The mapping with a column taken from where another is; the other is then no column of the file.</summary>
    internal ColumnMapping Move(LedgerColumn from, LedgerColumn to) => With(to, PositionOf(from)).With(from, -1);

    /// <summary>The mapping without a column.</summary>
    internal ColumnMapping Without(LedgerColumn column) => With(column, -1);

    /// <summary>The mapping with the places of two columns exchanged.</summary>
    internal ColumnMapping Exchange(LedgerColumn one, LedgerColumn other) => With(one, PositionOf(other)).With(other, PositionOf(one));

    private ColumnMapping With(LedgerColumn column, int position) => new(_positions.SetItem((int)column, position), _headers);

    // A price says how much only beside a quantity; the amount of a line says it alone.
    private static List<LedgerColumn> Missing(int[] positions)
    {
        LedgerColumn[] needed = positions[(int)LedgerColumn.Amount] >= 0 ? [LedgerColumn.SoldAt, LedgerColumn.Customer]
            : [LedgerColumn.Quantity, LedgerColumn.SoldAt, LedgerColumn.UnitPrice, LedgerColumn.Customer];
        return [.. needed.Where(column => positions[(int)column] < 0)];
    }

    private static int[] Find(IReadOnlyList<string> headers, IReadOnlyDictionary<LedgerColumn, string> chosen)
    {
        var positions = Enumerable.Repeat(-1, s_columns).ToArray();
        var keys = headers.Select(HeaderNames.Key).ToList();
        foreach (var (column, header) in chosen)
        {
            var exact = Enumerable.Range(0, headers.Count).Where(i => headers[i] == header.Trim()).ToList();
            positions[(int)column] = exact is [var one] ? one : keys.IndexOf(HeaderNames.Key(header));
        }

        if (ImportTemplate.Find(headers) is { } template)
        {
            foreach (var (column, heading) in template.Columns)
            {
                Take(column, HeaderNames.Key(heading));
            }

            return positions;
        }

        foreach (var (column, names) in HeaderNames.Sure.OrderBy(entry => entry.Key))
        {
            foreach (var name in names)
            {
                Take(column, name);
            }
        }

        // Without an id the e-mail says who it was, and does so better than a name.
        if (positions[(int)LedgerColumn.Customer] < 0 && !chosen.ContainsKey(LedgerColumn.Customer) && !chosen.ContainsKey(LedgerColumn.Email))
        {
            (positions[(int)LedgerColumn.Customer], positions[(int)LedgerColumn.Email]) = (positions[(int)LedgerColumn.Email], -1);
        }

        foreach (var (name, column) in HeaderNames.Unsure)
        {
            Take(column, name);
        }

        return positions;

        void Take(LedgerColumn column, string key)
        {
            var at = positions[(int)column] >= 0 || chosen.ContainsKey(column) ? -1 : keys.IndexOf(key);
            if (at >= 0 && !positions.Contains(at))
            {
                positions[(int)column] = at;
            }
        }
    }
}
