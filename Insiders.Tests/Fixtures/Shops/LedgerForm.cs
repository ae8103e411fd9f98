using System.Globalization;
using System.Text;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>One way to write a small invented ledger: its headers, its dates, its numbers, what it leaves out. Drawn by a seed.</summary>
/// <remarks>The truth of it is in <see cref="Truth"/>, kept apart from how it is written.</remarks>
public sealed class LedgerForm
{
    private static readonly string[][] s_headers =
    [
        ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country", "Line Total"],
        ["Pedido", "Código do Produto", "Descrição", "Qtde", "Data", "Preço Unitário", "Cliente", "País", "Valor Total do Item"],
        ["Factura", "Referencia", "Descripción", "Cantidad", "Fecha", "Precio", "Id Cliente", "País de envío", "Importe"],
        ["Rechnungsnummer", "Artikelnummer", "Bezeichnung", "Menge", "Rechnungsdatum", "Einzelpreis", "Kundennummer", "Land", "Gesamtpreis"],
        ["Facture", "Référence", "Désignation", "Quantité", "Date de commande", "Prix unitaire", "Code client", "Pays", "Montant"],
    ];

    private static readonly string[][] s_countries = [["Germany", "France", "Brazil"], ["Deutschland", "Frankreich", "Brasilien"], ["DE", "FR", "BR"], ["Alemania", "Francia", "Brasil"], ["Allemagne", "FRANCE", "Brésil"]];

    private static readonly string[][] s_months =
    [
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
        ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
        ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
        ["janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"],
    ];

    private readonly Random _random;
    private readonly int _language;
    private readonly int _dates;
    private readonly int _money;
    private readonly int _minus;
    private readonly int _leftOut;
    private readonly int _ids;
    private readonly bool _decimalComma;
    private readonly char _separator;

    /// <summary>Draws a form.</summary>
    public LedgerForm(int seed)
    {
        _random = new Random(seed);
        _language = _random.Next(5);
        _dates = _random.Next(9);
        _money = _random.Next(5);
        _minus = _random.Next(3);
        _leftOut = _random.Next(7);
        _ids = _random.Next(4);
        _decimalComma = _random.Next(2) == 0;
        _separator = ",;\t|"[_random.Next(4)];
        var rows = Sales();
        Text = Written(rows);
        Bytes = Encoded(Text);
    }

    /// <summary>What is true of each customer: what was bought, the last day of it, orders, country.</summary>
    public SortedDictionary<string, (decimal Revenue, DateOnly LastDay, int Orders, string Country)> Truth { get; } = new(StringComparer.Ordinal);

    /// <summary>The file's text.</summary>
    public string Text { get; }

    /// <summary>The file.</summary>
    public byte[] Bytes { get; }

    /// <summary>False where the file leaves countries out.</summary>
    public bool HasCountries => _leftOut != 3;

    private bool HasTimes => _dates is 1 or 4 or 6 or 7;

    private List<Line> Sales()
    {
        var lines = new List<Line>();
        var moment = new DateTime(2021, 1, 3, 9, 0, 0);
        var orders = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        for (var order = 1; order <= 60; order++)
        {
            moment = moment.AddDays(_random.Next(1, 9)).AddMinutes(_random.Next(0, 400));
            moment = moment.Hour < 8 ? moment.AddHours(9) : moment;
            var customer = _random.Next(12);
            var id = _ids switch { 0 => $"00{customer + 310}", 1 => $"K{customer + 20}", 2 => $"p{customer}@example.org", _ => $"{17_000 + customer}" };
            var returns = order > 20 && _random.Next(9) == 0;
            for (var place = _random.Next(1, 4); place > 0; place--)
            {
                var product = _random.Next(9);
                lines.Add(new(order, product, returns ? -1 : _random.Next(1, 15), moment, product * 1_337 % 5_000 + 95 + (product == 8 ? 123_400 : 0), id, customer % 3));
            }

            if (!returns)
            {
                var place = s_countries[_language][customer % 3];
                var known = Truth.GetValueOrDefault(id, (0m, default, 0, place));
                var bought = lines.Where(line => line.Order == order).Sum(line => line.Quantity * line.Cents / 100m);
                orders.TryAdd(id, []);
                orders[id].Add(_leftOut == 1 ? moment.ToString(HasTimes ? "yyyyMMddHHmm" : "yyyyMMdd", CultureInfo.InvariantCulture) : order.ToString(CultureInfo.InvariantCulture));
                Truth[id] = (known.Item1 + bought, DateOnly.FromDateTime(moment), orders[id].Count, place);
            }
        }

        return lines;
    }

    private string Written(List<Line> lines)
    {
        // 1: no order number, 2: no description, 3: no country, 4: no code, 5: amounts in place of prices, 6: amounts alone.
        int[] columns = _leftOut switch { 1 => [1, 2, 3, 4, 5, 6, 7], 2 => [0, 1, 3, 4, 5, 6, 7], 3 => [0, 1, 2, 3, 4, 5, 6], 4 => [0, 2, 3, 4, 5, 6, 7], 5 => [0, 1, 2, 3, 4, 8, 6, 7], 6 => [0, 1, 2, 4, 8, 6, 7], _ => [0, 1, 2, 3, 4, 5, 6, 7] };
        var text = new StringBuilder();
        if (_random.Next(5) == 0)
        {
            text.Append("Report of sales\n\n");
        }

        text.AppendJoin(_separator, columns.Select(column => s_headers[_language][column])).Append('\n');
        foreach (var line in lines)
        {
            string[] values =
            [
                (line.Quantity < 0 ? "C" : "") + (70_000 + line.Order), $"P-{line.Product:00}", $"Thing {line.Product}", Signed(Math.Abs(line.Quantity).ToString(CultureInfo.InvariantCulture), line.Quantity < 0),
                Date(line.Moment), Money(line.Cents), line.Customer, s_countries[_language][line.Country], Signed(Money(Math.Abs(line.Quantity) * line.Cents), line.Quantity < 0),
            ];
            text.AppendJoin(_separator, columns.Select(column => values[column].Contains(_separator, StringComparison.Ordinal) ? $"\"{values[column]}\"" : values[column])).Append('\n');
        }

        return text.ToString();
    }

    private string Signed(string number, bool isNegative) => !isNegative ? number : _minus switch { 0 => "-" + number, 1 => $"({number})", _ => number + "-" };

    private string Money(int cents)
    {
        var (group, point) = _decimalComma ? (".", ",") : (_money == 3 ? "'" : ",", ".");
        var whole = (cents / 100).ToString("N0", CultureInfo.InvariantCulture).Replace(",", _money == 1 ? "" : group, StringComparison.Ordinal);
        var number = $"{whole}{point}{cents % 100:00}";
        return _money switch { 2 => "€ " + number, 4 => number + " zł", _ => number };
    }

    private string Date(DateTime moment) => _dates switch
    {
        0 => Invariant(moment, "yyyy-MM-dd"),
        1 => Invariant(moment, "yyyy-MM-dd HH:mm:ss") + " -0300",
        2 => Invariant(moment, "dd/MM/yyyy"),
        3 => Invariant(moment, "dd.MM.yy"),
        4 => Invariant(moment, "M/d/yyyy h:mm\u202Ftt"),
        5 => $"{moment.Day:00}-{s_months[_language][moment.Month - 1]}-{moment.Year}",
        6 => ((moment - new DateTime(1899, 12, 30)).TotalDays).ToString("0.00000", CultureInfo.InvariantCulture),
        7 => ((moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture),
        _ => Invariant(moment, "yyyyMMdd"),
    };

    private static string Invariant(DateTime moment, string format) => moment.ToString(format, CultureInfo.InvariantCulture);

    private byte[] Encoded(string text) => _random.Next(4) switch
    {
        0 => Encoding.UTF8.GetBytes(text),
        1 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        2 => Encoding.Unicode.GetBytes(text),
        _ => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
    };

    private sealed record Line(int Order, int Product, int Quantity, DateTime Moment, int Cents, string Customer, int Country);
}
