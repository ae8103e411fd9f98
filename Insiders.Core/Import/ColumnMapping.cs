using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>Which column of a file holds which column of the ledger.</summary>
/// <remarks>
/// Names are compared without regard to case, accents, blanks and punctuation. When several headers fit one column, the name earlier
/// in the list of synonyms wins (<c>Customer ID</c> before <c>Email</c>); headers that fit nothing are passed over. Immutable.
/// </remarks>
public sealed class ColumnMapping
{
    private static readonly string[][] s_synonyms =
    [
        ["invoiceno", "invoice", "invoicenumber", "invoiceid", "orderno", "ordernumber", "orderid", "order", "transactionid", "transaction", "receipt", "receiptno",
            "fatura", "nofatura", "numerofatura", "numerodafatura", "notafiscal", "nf", "pedido", "numeropedido", "numerodopedido", "idpedido", "codigopedido", "venda", "idvenda"],
        ["stockcode", "sku", "productcode", "productid", "itemcode", "itemid", "articlecode", "articleno", "article", "code", "productsku",
            "codigo", "codigoproduto", "codigodoproduto", "codproduto", "idproduto", "codigoitem", "codigodoitem", "referencia", "product", "item", "produto"],
        ["description", "productdescription", "productname", "itemname", "itemdescription", "title", "name",
            "descricao", "descricaoproduto", "descricaodoproduto", "nomeproduto", "nomedoproduto", "nome", "product", "item", "produto"],
        ["quantity", "qty", "qtty", "units", "quantityordered", "quantidade", "qtd", "qtde", "quant", "unidades"],
        ["invoicedate", "invoicedatetime", "orderdate", "saledate", "purchasedate", "transactiondate", "soldat", "date", "datetime", "timestamp", "createdat",
            "data", "datafatura", "datadafatura", "datavenda", "datadavenda", "datapedido", "datadopedido", "datacompra", "dataemissao", "datahora"],
        ["unitprice", "price", "priceperunit", "itemprice", "unitcost",
            "precounitario", "valorunitario", "preco", "precounit", "vlunitario", "vlrunitario"],
        ["customerid", "customerno", "customernumber", "customer", "clientid", "client", "buyerid", "buyer", "userid", "memberid", "customeremail", "email",
            "cliente", "idcliente", "iddocliente", "codigocliente", "codigodocliente", "codcliente", "comprador", "cpf"],
        ["country", "countryname", "customercountry", "shippingcountry", "billingcountry", "pais", "paiscliente", "paisdocliente", "nation"],
    ];

    private readonly ImmutableArray<int> _positions;

    private ColumnMapping(ImmutableArray<int> positions, ImmutableArray<string> headers)
    {
        _positions = positions;
        Headers = Enum.GetValues<LedgerColumn>().ToImmutableDictionary(column => column, column => headers[positions[(int)column]]);
        Width = headers.Length;
        NamedWidth = headers.Length - headers.Reverse().TakeWhile(string.IsNullOrEmpty).Count();
    }

    /// <summary>The header, as it stands in the file, of each of the eight columns.</summary>
    public ImmutableDictionary<LedgerColumn, string> Headers { get; }

    /// <summary>How many headers the file has, empty ones at the end included.</summary>
    public int Width { get; }

    /// <summary>How many headers the file has up to the last one with a name: a row needs as many values.</summary>
    public int NamedWidth { get; }

    /// <summary>Where in a row the values of a column stand, counted from 0.</summary>
    public int PositionOf(LedgerColumn column) => _positions[(int)column];

    /// <summary>Finds the eight columns by name.</summary>
    /// <param name="headers">The headers of the file in order, trimmed; some may be empty.</param>
    /// <param name="chosen">Headers chosen by hand; they win over names.</param>
    /// <exception cref="NotALedgerException">A column is missing, a chosen header is not there, or the header of a column occurs twice.</exception>
    public static ColumnMapping Match(IReadOnlyList<string> headers, IReadOnlyDictionary<LedgerColumn, string> chosen)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(chosen);
        var positions = Find(headers, chosen);
        var missing = Enum.GetValues<LedgerColumn>().Where(column => positions[(int)column] < 0).ToList();
        if (missing.Count > 0)
        {
            var byHand = missing.Where(chosen.ContainsKey).ToList();
            var found = new ProblemValue(ProblemValueKind.Headers, string.Join('\n', headers));
            throw new NotALedgerException(byHand.Count > 0
                ? Problem.Of(ProblemCode.ChosenHeadersMissing, found, string.Join(", ", byHand.Select(column => $"'{chosen[column]}'")), ProblemValue.Columns(byHand))
                : Problem.Of(ProblemCode.ColumnsMissing, found, ProblemValue.Columns(missing)));
        }

        foreach (var column in Enum.GetValues<LedgerColumn>())
        {
            var key = Key(headers[positions[(int)column]]);
            var twins = Enumerable.Range(0, headers.Count).Where(i => Key(headers[i]) == key).ToList();
            if (twins.Count > 1)
            {
                throw new NotALedgerException(Problem.Of(
                    ProblemCode.HeaderTwice, headers[twins[0]], twins.Count, string.Join(", ", twins.Select(i => (i + 1).ToString(CultureInfo.InvariantCulture))), ProblemValue.Columns([column])));
            }
        }

        return new ColumnMapping([.. positions], [.. headers]);
    }

    /// <summary>The columns that are found by name or chosen by hand, whether or not all eight are there: what a form starts from.</summary>
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

    /// <summary>How many of the eight columns a header line has: what tells one separator from another.</summary>
    internal static int CountMatches(IReadOnlyList<string> headers, IReadOnlyDictionary<LedgerColumn, string> chosen) =>
        Find(headers, chosen).Count(position => position >= 0);

    private static int[] Find(IReadOnlyList<string> headers, IReadOnlyDictionary<LedgerColumn, string> chosen)
    {
        var positions = Enumerable.Repeat(-1, s_synonyms.Length).ToArray();
        var keys = headers.Select(Key).ToList();
        foreach (var (column, header) in chosen)
        {
            var exact = Enumerable.Range(0, headers.Count).Where(i => headers[i] == header.Trim()).ToList();
            positions[(int)column] = exact is [var one] ? one : keys.IndexOf(Key(header));
        }

        // Sure names first: a bare "Product" is the code only where nothing better is, and the description otherwise.
        foreach (var (rank, column) in from column in Enumerable.Range(0, s_synonyms.Length)
                                       from rank in Enumerable.Range(0, s_synonyms[column].Length)
                                       orderby rank, column
                                       select (rank, column))
        {
            var at = positions[column] >= 0 || chosen.ContainsKey((LedgerColumn)column) ? -1 : keys.IndexOf(s_synonyms[column][rank]);
            if (at >= 0 && !positions.Contains(at))
            {
                positions[column] = at;
            }
        }

        return positions;
    }

    private static string Key(string header)
    {
        var key = new StringBuilder(header.Length);
        foreach (var character in header.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character))
            {
                key.Append(char.ToLowerInvariant(character));
            }
        }

        return key.ToString();
    }
}
