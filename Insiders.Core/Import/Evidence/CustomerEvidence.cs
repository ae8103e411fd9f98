using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Insiders.Core.Import.Evidence;

/// <summary>Which customers of a file are nobody, and which spellings are one customer.</summary>
internal static partial class CustomerEvidence
{
    private const int ManyOrders = 10;

    // Words for nobody, compared without case, accents and punctuation; those that are punctuation alone stand as they are.
    private static readonly FrozenSet<string> s_words = new[]
    {
        "na", "n/a", "nan", "none", "null", "nil", "undefined", "unknown", "guest", "guestcustomer", "guestcheckout", "anonymous", "walkin", "walkincustomer", "cash", "cashcustomer", "cashsale", "notavailable", "notapplicable", "blank", "missing", "nobody", "nocustomer", "retailcustomer",
        "convidado", "visitante", "anonimo", "desconhecido", "naoinformado", "semcadastro", "consumidor", "consumidorfinal", "clientepadrao", "clientebalcao", "balcao", "avulso", "clienteavulso", "seminformacao",
        "invitado", "desconocido", "publicogeneral", "publicoengeneral", "clientefinal", "sinregistro", "mostrador", "varios", "clientesvarios",
        "gast", "unbekannt", "barverkauf", "laufkunde", "laufkundschaft", "keineangabe", "ohne", "diverse",
        "invite", "inconnu", "clientdepassage", "divers", "clientdivers", "aucun", "nonrenseigne",
        "0", "00", "000", "0000", "00000", "000000", "-1", "99999", "999999", "9999999", "-", "--", "---", ".", "?", "*", "\\n", "#n/a", "#na", "x", "xx", "xxx",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Spreadsheets and databases write these for a missing value: one order is enough to know them by.
    private static readonly FrozenSet<string> s_missing = new[] { "na", "n/a", "nan", "none", "null", "undefined", "\\n", "#n/a", "#na", "-", "--", "---", "?" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What reading should do with the customers of a file.</summary>
    /// <param name="log">Its customers.</param>
    /// <param name="options">Answers given.</param>
    /// <remarks>O(customers) time; memory 8 bytes for each and what is doubtful.</remarks>
    public static CustomerReading Find(CustomerLog log, ImportOptions options)
    {
        var suspects = new List<(string Text, long Orders)>();
        var (shapes, folds, twins) = (new Dictionary<string, int>(StringComparer.Ordinal), new HashSet<int>(), new HashSet<int>());
        var (most, hasNumbers) = (0L, false);
        for (var i = 0; i < log.Count; i++)
        {
            var (text, _, orders) = log[i];
            if (s_words.Contains(Word(text)))
            {
                suspects.Add((text, orders));
                continue;
            }

            most = Math.Max(most, orders);
            var shape = Shape(text);
            shapes[shape] = shapes.GetValueOrDefault(shape) + 1;
            var fold = string.GetHashCode(Folded(text), StringComparison.Ordinal);
            _ = folds.Add(fold) || twins.Add(fold);
            hasNumbers |= CustomerReading.PlainNumber(text) is not null;
        }

        var others = log.Count - suspects.Count;
        var nobody = options.Answers.GetValueOrDefault(QuestionCode.Nobody) == "customer" || others == 0 ? []
            : suspects.Where(suspect => IsNobody(suspect, shapes.GetValueOrDefault(Shape(suspect.Text)), others, most)).Select(suspect => suspect.Text);
        var reading = CustomerReading.Plain with { Nobody = [.. nobody] };
        return options.Answers.GetValueOrDefault(QuestionCode.CustomerSpelling) == "apart" || (twins.Count == 0 && !hasNumbers) ? reading : Spelled(reading, log, twins, hasNumbers);
    }

    private static bool IsNobody((string Text, long Orders) suspect, int alike, int others, long most) =>
        (suspect.Orders >= ManyOrders && suspect.Orders > 2 * most)
        || (alike * 10 <= others && (s_missing.Contains(Word(suspect.Text)) || suspect.Orders > 1));

    private static CustomerReading Spelled(CustomerReading reading, CustomerLog log, HashSet<int> twins, bool hasNumbers)
    {
        var all = Enumerable.Range(0, log.Count).Select(index => log[index]).Where(customer => !reading.Nobody.Contains(customer.Text));
        var spellings = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var same in all.Select(customer => (customer.Text, customer.Rows, Fold: Folded(customer.Text)))
            .Where(customer => twins.Contains(string.GetHashCode(customer.Fold, StringComparison.Ordinal)))
            .GroupBy(customer => customer.Fold, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            var kept = same.Key.Contains('@', StringComparison.Ordinal) ? same.Key
                : same.OrderByDescending(customer => customer.Rows).ThenBy(customer => customer.Text, StringComparer.Ordinal).First().Text;
            foreach (var (text, _, _) in same.Where(customer => customer.Text != kept))
            {
                spellings.Add(text, kept);
            }
        }

        var numbers = hasNumbers && all.Select(customer => CustomerReading.PlainNumber(customer.Text)).OfType<string>().Any(log.Has);
        return reading with { Spellings = spellings.ToImmutable(), Numbers = numbers };
    }

    private static string Word(string text)
    {
        var key = HeaderNames.Key(text);
        var bare = text.Trim().ToLowerInvariant();
        return key.Length > 1 && !s_words.Contains(bare) ? key : bare;
    }

    /// <summary>Letters, digits and marks in their places, runs of the same as one, and how many digits a number has.</summary>
    private static string Shape(string text)
    {
        var shape = new StringBuilder();
        foreach (var letter in text)
        {
            var kind = char.IsDigit(letter) ? '9' : char.IsLetter(letter) ? 'a' : letter;
            if (kind == '9' || shape.Length == 0 || shape[^1] != kind)
            {
                shape.Append(kind);
            }
        }

        // Names are of as many words as people have: a single word does not look like two, but letters look like letters.
        return text.Any(char.IsDigit) ? shape.ToString() : shape.Append(text.Length <= 3 ? 's' : 'l').ToString();
    }

    private static string Folded(string text) => Runs().Replace(text.Trim(), " ").ToLower(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Runs();
}
