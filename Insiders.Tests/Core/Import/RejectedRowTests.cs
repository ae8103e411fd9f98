using Insiders.Core.Import;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

public sealed class RejectedRowTests : IDisposable
{
    private const string Good = "1,A,lamp,2,2017-01-31,2.55,C1,France\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private (List<ReadSale> Sales, List<RejectedRow> Rejects, SalesFile File) Read(string rows) =>
        ReadSale.ReadAll(_folder.Write("sales.csv", ReadSale.Header + rows));

    [Theory]
    [InlineData(",A,lamp,2,2017-01-31,2.55,C1,France", "InvoiceNo", "", "The invoice is empty.")]
    [InlineData("1, ,,2,2017-01-31,2.55,C1,France", "StockCode", "", "The stock code is empty.")]
    [InlineData("1,A,lamp,abc,2017-01-31,2.55,C1,France", "Quantity", "abc", "Quantity 'abc' is not a number between -2,147,483,647 and 2,147,483,647.")]
    [InlineData("1,A,lamp,2147483648,2017-01-31,2.55,C1,France", "Quantity", "2147483648", "Quantity '2147483648' is not a number between -2,147,483,647 and 2,147,483,647.")]
    [InlineData("1,A,lamp,,2017-01-31,2.55,C1,France", "Quantity", "", "The quantity is empty.")]
    [InlineData("1,A,lamp,2,31/01/2017,2.55,C1,France", "InvoiceDate", "31/01/2017", "Date '31/01/2017' does not follow yyyy-MM-dd, the pattern of this file.")]
    [InlineData("1,A,lamp,2,,2.55,C1,France", "InvoiceDate", "", "The date is empty.")]
    [InlineData("1,A,lamp,2,2017-01-31,\"2,55\",C1,France", "UnitPrice", "2,55", "Unit price '2,55' is not a number such as 1,234.56.")]
    [InlineData("1,A,lamp,2,2017-01-31,,C1,France", "UnitPrice", "", "The unit price is empty.")]
    [InlineData("1,A,lamp,2,2017-01-31,50000000000000,C1,France", "UnitPrice", "50000000000000", "Quantity '2' times unit price '50000000000000' is beyond 99,999,999,999,999.9999, the largest amount.")]
    [InlineData("1,A,lamp,0,2017-01-31,99999999999999.99995,C1,France", "UnitPrice", "99999999999999.99995", "Quantity '0' times unit price '99999999999999.99995' is beyond 99,999,999,999,999.9999, the largest amount.")]
    [InlineData("1,A,lamp,-2147483647,2017-01-31,9999999999,C1,France", "UnitPrice", "9999999999", "Quantity '-2147483647' times unit price '9999999999' is beyond 99,999,999,999,999.9999, the largest amount.")]
    [InlineData("1,A,lamp,2", "", "1,A,lamp,2", "The row has 4 values where the header has 8.")]
    [InlineData("1,A,lamp,2,2017-01-31,2.55,C1,France,more", "", "1,A,lamp,2,2017-01-31,2.55,C1,France,more", "The row has 9 values where the header has 8.")]
    public void A_row_that_is_no_sale_is_named_by_line_column_value_and_reason(string row, string column, string value, string reason)
    {
        var (sales, rejects, _) = Read(Good + row + "\n" + Good);

        Assert.Equal(2, sales.Count);
        var rejected = Assert.Single(rejects);
        Assert.Equal((3, column, value, reason), (rejected.Line, rejected.Column, rejected.Value, rejected.Reason.Sentence));
    }

    [Theory]
    [InlineData("1,A,,2,2017-01-31,2.55,,")]
    [InlineData("1,A, ,2,2017-01-31,2.55,NULL, ")]
    [InlineData("1,A,\"\",2,2017-01-31,2.55,nan,\"\"")]
    public void An_empty_description_customer_or_country_is_loaded(string row)
    {
        var sale = Read(row + "\n").Sales.Single();

        Assert.Equal((null, null, null), (sale.Description, sale.Customer, sale.Country));
    }

    [Theory]
    [InlineData("17850.0", "17850")]
    [InlineData("17850", "17850")]
    [InlineData("00123", "00123")]
    [InlineData("A7.0", "A7.0")]
    [InlineData(".0", ".0")]
    public void A_customer_number_written_as_a_decimal_loses_its_fraction(string written, string customer) =>
        Assert.Equal(customer, Read($"1,A,lamp,2,2017-01-31,2.55,{written},France\n").Sales.Single().Customer);

    [Theory]
    [InlineData("6.0", 6)]
    [InlineData("-12", -12)]
    [InlineData("\"1,200\"", 1200)]
    public void A_whole_quantity_may_be_written_as_a_decimal_or_in_groups(string written, int quantity) =>
        Assert.Equal(quantity, Read($"1,A,lamp,{written},2017-01-31,2.55,C1,France\n").Sales.Single().Quantity);

    [Fact]
    public void Extra_values_are_passed_over_when_they_are_empty()
    {
        var (sales, rejects, _) = Read("1,A,lamp,2,2017-01-31,2.55,C1,France,, ,\n");

        Assert.Single(sales);
        Assert.Empty(rejects);
    }

    [Fact]
    public void A_column_without_a_name_may_be_missing_or_there()
    {
        var header = ReadSale.Header.Replace("\n", ",\n", StringComparison.Ordinal);
        var text = header + Good + Good.Replace("\n", ",\n", StringComparison.Ordinal);

        Assert.Equal(2, ReadSale.ReadAll(_folder.Write("sales.csv", text)).Sales.Count);
    }

    [Fact]
    public void Blanks_are_trimmed_and_quotes_undone()
    {
        var sale = Read(" 1 ,\"A\", \" said \"\"hi\"\", twice \",2 , 2017-01-31 ,\" 2.55\",C1,France \n").Sales.Single();

        Assert.Equal(("1", "A", "said \"hi\", twice", "France"), (sale.Invoice, sale.StockCode, sale.Description, sale.Country));
    }

    [Fact]
    public void A_quote_inside_a_value_is_part_of_it() =>
        Assert.Equal("6\" PLATE", Read("1,A,6\" PLATE,2,2017-01-31,2.55,C1,France\n").Sales.Single().Description);

    [Fact]
    public void A_long_value_is_cut_in_the_report()
    {
        var rejected = Assert.Single(Read(Good + $"1,A,lamp,{new string('é', 5000)},2017-01-31,2.55,C1,France\n").Rejects);

        Assert.Equal(new string('é', 200) + "…", rejected.Value);
    }
}
