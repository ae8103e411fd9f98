using System.Text;
using Insiders.Core.Import;

namespace Insiders.Tests.Fixtures;

/// <summary>A sale as plain values, to compare what was read with what was written.</summary>
public sealed record ReadSale(
    long Line, string Invoice, string StockCode, string? Description, int Quantity, DateTime SoldAt, decimal UnitPrice, string? Customer, string? Country)
{
    public const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    /// <summary>Reads a whole file.</summary>
    internal static (List<ReadSale> Sales, List<RejectedRow> Rejects, SalesFile File) ReadAll(string path, ImportOptions? options = null)
    {
        var file = SalesFile.Detect(path, options ?? ImportOptions.Default, CancellationToken.None);
        var sales = new List<ReadSale>();
        var rejects = new List<RejectedRow>();
        using var reader = new SalesReader(file, rejects.Add);
        while (reader.Read())
        {
            sales.Add(From(reader.Current));
        }

        Assert.Equal(reader.RowsRead, sales.Count + rejects.Count);
        Assert.Equal(reader.RowsRejected, rejects.Count);
        return (sales, rejects, file with { Dialect = reader.Dialect });
    }

    private static ReadSale From(in Sale sale) => new(
        sale.Line,
        Encoding.UTF8.GetString(sale.Invoice),
        Encoding.UTF8.GetString(sale.StockCode),
        TextOrNull(sale.Description),
        sale.Quantity,
        DateTime.UnixEpoch.AddTicks(sale.SoldAt * TimeSpan.TicksPerMicrosecond),
        sale.UnitPrice / 10_000m,
        TextOrNull(sale.Customer),
        TextOrNull(sale.Country));

    private static string? TextOrNull(ReadOnlySpan<byte> text) => text.IsEmpty ? null : Encoding.UTF8.GetString(text);
}
