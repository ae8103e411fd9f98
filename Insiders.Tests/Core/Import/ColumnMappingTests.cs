using System.Collections.Immutable;
using Insiders.Core.Import;

namespace Insiders.Tests.Core.Import;

public sealed class ColumnMappingTests
{
    private static readonly string[] s_usual = ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"];

    public static TheoryData<string> HeaderLines =>
    [
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
        "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country",
        "invoice_no,stock_code,description,QUANTITY,invoice date,Unit-Price,customer.id,COUNTRY",
        "Fatura,Código,Descrição,Quantidade,Data,Preço,Cliente,País",
        "Nº Fatura,Código do Produto,Descrição do Produto,Qtd,Data da Fatura,Preço Unitário,ID Cliente,País",
        "Pedido,SKU,Nome do Produto,Qtde,Data do Pedido,Valor Unitário,CPF,Pais",
        "Order ID,SKU,Product,Qty,Order Date,Unit Price,Email,Country",
        "Order,Product,Title,Units,Date,Price,Customer,Country",
    ];

    [Theory, MemberData(nameof(HeaderLines))]
    public void The_usual_names_are_found_in_both_languages(string line)
    {
        var mapping = ColumnMapping.Match(line.Split(','), ImmutableDictionary<LedgerColumn, string>.Empty);

        Assert.Equal(Enumerable.Range(0, 8), Enum.GetValues<LedgerColumn>().Take(8).Select(mapping.PositionOf));
        Assert.All(Enum.GetValues<LedgerColumn>().Skip(8), column => Assert.Equal(-1, mapping.PositionOf(column)));
    }

    [Fact]
    public void Order_does_not_matter_and_other_columns_are_passed_over()
    {
        var mapping = ColumnMapping.Match(["Shop", .. s_usual.Reverse(), "Email", ""], ImmutableDictionary<LedgerColumn, string>.Empty);

        Assert.Equal(8, mapping.PositionOf(LedgerColumn.Invoice));
        Assert.Equal(2, mapping.PositionOf(LedgerColumn.Customer)); // 9 if Email were taken before CustomerID
        Assert.Equal(11, mapping.Width);
        Assert.Equal(10, mapping.NamedWidth);
    }

    [Fact]
    public void A_header_chosen_by_hand_wins()
    {
        var chosen = ImmutableDictionary<LedgerColumn, string>.Empty.Add(LedgerColumn.Customer, "Email").Add(LedgerColumn.UnitPrice, "Net");

        var mapping = ColumnMapping.Match([.. s_usual, "Email", "Net"], chosen);

        Assert.Equal(8, mapping.PositionOf(LedgerColumn.Customer));
        Assert.Equal(9, mapping.PositionOf(LedgerColumn.UnitPrice));
        Assert.Equal("Email", mapping.Headers[LedgerColumn.Customer]);
    }

    [Fact]
    public void A_missing_column_is_named_beside_what_was_found()
    {
        var failure = Assert.Throws<NotALedgerException>(
            () => ColumnMapping.Match([.. s_usual.Where(header => header != "UnitPrice")], ImmutableDictionary<LedgerColumn, string>.Empty));

        Assert.EndsWith("expected a column for the unit price (such as UnitPrice).", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'CustomerID', 'Country'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chosen_header_that_is_not_there_is_named()
    {
        var chosen = ImmutableDictionary<LedgerColumn, string>.Empty.Add(LedgerColumn.Customer, "Buyer");

        var failure = Assert.Throws<NotALedgerException>(() => ColumnMapping.Match(s_usual, chosen));

        Assert.Contains("'Buyer'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_occurs_twice_is_refused_when_its_column_is_needed()
    {
        var failure = Assert.Throws<NotALedgerException>(
            () => ColumnMapping.Match([.. s_usual, "unit price"], ImmutableDictionary<LedgerColumn, string>.Empty));

        Assert.Contains("'UnitPrice' occurs 2 times (columns 6, 9)", failure.Message, StringComparison.Ordinal);
        Assert.Equal(8, ColumnMapping.Match([.. s_usual, "Note", "Note"], ImmutableDictionary<LedgerColumn, string>.Empty).Headers.Count);
    }
}
