using System.Text;
using Insiders.Core.Import.Values;

namespace Insiders.Core.Import.Evidence;

/// <summary>Counts, value by value, which date pattern and which decimal mark a file follows.</summary>
internal sealed class DialectVote
{
    /// <summary>So many telling values settle a question; fewer do at the end of the file.</summary>
    private const int Enough = 50;

    private readonly int[] _dates = new int[DatePattern.Known.Count];
    private readonly int[] _marks = new int[2];
    private int _tellingDates;
    private string? _strangeDate;
    private string? _eitherWay;

    /// <summary>The pattern most dates follow; of equals the one with the day before the month. Null before any date was read.</summary>
    public DatePattern? Dates => _dates.Max() is > 0 and var most ? DatePattern.Known[Array.IndexOf(_dates, most)] : null;

    /// <summary>A value in the date column that follows no known pattern, if one was seen.</summary>
    public string? StrangeDate => _strangeDate;

    /// <summary>The mark most telling numbers have; null when none told.</summary>
    public DecimalMark? Mark => _marks[0] == _marks[1] ? null : _marks[0] > _marks[1] ? DecimalMark.Point : DecimalMark.Comma;

    /// <summary>A number that reads with either mark, and as another number with each: <c>1.234</c>; null when none was seen.</summary>
    public string? EitherWay => _eitherWay;

    /// <summary>True when day and month could be the other way round.</summary>
    public bool DatesAreAmbiguous => Dates is { Mirror: { } mirror } best && Votes(mirror) == Votes(best);

    /// <summary>True when enough values told which questions they were asked for; one mistyped value is not enough.</summary>
    public bool IsSettled(bool dates, bool numbers) =>
        (!dates || _tellingDates >= Enough) && (!numbers || _marks[0] + _marks[1] >= Enough);

    /// <summary>Takes a date into account.</summary>
    public void CountDate(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        var found = 0;
        for (var i = 0; i < _dates.Length; i++)
        {
            if (DatePattern.Known[i].TryRead(text, out _))
            {
                _dates[i]++;
                found++;
            }
        }

        // A date that reads in one way only tells day from month.
        _tellingDates += found == 1 ? 1 : 0;
        _strangeDate ??= found == 0 ? Encoding.UTF8.GetString(text) : null;
    }

    /// <summary>Takes a price or a quantity into account.</summary>
    public void CountNumber(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (Amount.MarkOf(text) is { } mark)
        {
            _marks[(int)mark]++;
        }
        else if (_eitherWay is null && text.IndexOfAny((byte)'.', (byte)',') >= 0
            && Amount.TryRead(text, DecimalMark.Point, out var point, out _) && Amount.TryRead(text, DecimalMark.Comma, out var comma, out _) && point != comma)
        {
            _eitherWay = Encoding.UTF8.GetString(text);
        }
    }

    private int Votes(DatePattern pattern) =>
        Enumerable.Range(0, _dates.Length).Where(i => DatePattern.Known[i].Text == pattern.Text).Select(i => _dates[i]).FirstOrDefault();
}
