using System.Globalization;

namespace Insiders.Core.Demo;

/// <summary>Writes sales as CSV lines without allocating a string per line.</summary>
internal sealed class SaleWriter(TextWriter writer)
{
    private readonly char[] _line = new char[512];
    private int _invoice = 536_000;

    /// <summary>Number of the next invoice; credit notes share the sequence.</summary>
    internal int NextInvoice() => ++_invoice;

    /// <summary>Writes the header.</summary>
    internal void Header() => writer.Write("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");

    /// <summary>Writes one line.</summary>
    /// <param name="letter"><c>C</c> for a credit note, empty for an invoice.</param>
    /// <param name="invoice">Its number.</param>
    /// <param name="code">Stock code.</param>
    /// <param name="description">As a CSV cell.</param>
    /// <param name="quantity">Negative when returned.</param>
    /// <param name="time">When.</param>
    /// <param name="pence">Unit price in hundredths; may be 0.</param>
    /// <param name="customer">Id, or 0 for none.</param>
    /// <param name="country">Name.</param>
    internal void Line(string letter, int invoice, string code, string description, int quantity, DateTime time, int pence, int customer, string country)
    {
        int? id = customer == 0 ? null : customer;
        var fits = _line.AsSpan().TryWrite(
            CultureInfo.InvariantCulture,
            $"{letter}{invoice},{code},{description},{quantity},{time:yyyy-MM-dd HH:mm:ss},{pence / 100}.{pence % 100:00},{id},{country}\n",
            out var written);
        if (!fits)
        {
            throw new InvalidOperationException($"A line with description '{description}' does not fit {_line.Length} characters.");
        }

        writer.Write(_line.AsSpan(0, written));
    }
}
