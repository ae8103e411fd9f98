using System.Collections.Immutable;
using System.Text;

namespace Insiders.Core.Import.Evidence;

/// <summary>What reading does with the customers of a file. Immutable.</summary>
/// <param name="Nobody">Words that mean no customer.</param>
/// <param name="Spellings">Spellings that are another spelling's customer.</param>
/// <param name="Numbers">True when ids are numbers that are written with decimals or grouped: <c>12,001</c> and <c>12001.00</c> are 12001.</param>
internal sealed record CustomerReading(ImmutableHashSet<string> Nobody, ImmutableDictionary<string, string> Spellings, bool Numbers)
{
    /// <summary>Customers as they stand in the file.</summary>
    public static CustomerReading Plain { get; } = new([], ImmutableDictionary<string, string>.Empty, false);

    /// <summary>True when nothing is done.</summary>
    public bool IsPlain => Nobody.IsEmpty && Spellings.IsEmpty && !Numbers;

    /// <summary>The customer that a spelling means.</summary>
    public string Resolve(string customer)
    {
        var spelled = Spellings.GetValueOrDefault(customer, customer);
        return Numbers ? PlainNumber(spelled) ?? spelled : spelled;
    }

    /// <summary>The digits of a number that is grouped by threes or has decimals that are zeros; null for any other text.</summary>
    public static string? PlainNumber(string text)
    {
        var end = text.Length;
        var decimals = text.LastIndexOfAny(['.', ',']);
        if (decimals > 0 && text.Length - decimals - 1 is 1 or 2 && text.AsSpan(decimals + 1).Trim('0').IsEmpty)
        {
            end = decimals;
        }

        var digits = new StringBuilder();
        var since = 0;
        for (var i = 0; i < end; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits.Append(text[i]);
                since++;
            }
            else if (text[i] is ',' or '.' or ' ' or '\'' or '\u00a0' or '\u202f' && since is > 0 and <= 3 && (digits.Length == since || since == 3))
            {
                since = 0;
            }
            else
            {
                return null;
            }
        }

        return digits.Length > 0 && (since == digits.Length || since == 3) && digits.Length < text.Length ? digits.ToString() : null;
    }
}
