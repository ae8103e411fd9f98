using System.Runtime.CompilerServices;
using DuckDB.NET.Native;
using Insiders.Core.Import;
using static DuckDB.NET.Native.NativeMethods;

namespace Insiders.Core.Ledger;

/// <summary>The vectors of one chunk, and how a sale is written into them.</summary>
internal readonly unsafe struct SaleVectors
{
    private const int InlineLength = 12;

    private readonly Vector _line;
    private readonly Vector _invoice;
    private readonly Vector _stockCode;
    private readonly Vector _description;
    private readonly Vector _quantity;
    private readonly Vector _soldAt;
    private readonly Vector _unitPrice;
    private readonly Vector _customer;
    private readonly Vector _country;
    private readonly Vector _high;
    private readonly Vector _low;
    private readonly Vector _amount;
    private readonly SaleColumns _columns;

    /// <summary>Takes the vectors of a chunk.</summary>
    public SaleVectors(DuckDBDataChunk chunk, SaleColumns columns)
    {
        _line = new Vector(chunk, 0);
        _invoice = new Vector(chunk, 1);
        _stockCode = new Vector(chunk, 2);
        _description = new Vector(chunk, 3);
        _quantity = new Vector(chunk, 4);
        _soldAt = new Vector(chunk, 5);
        _unitPrice = new Vector(chunk, 6);
        _customer = new Vector(chunk, 7);
        _country = new Vector(chunk, 8);
        _columns = columns;
        if (columns.HasAmounts)
        {
            _amount = new Vector(chunk, 9);
        }

        if (columns.HasHashes)
        {
            _high = new Vector(chunk, columns.HasAmounts ? 10 : 9);
            _low = new Vector(chunk, columns.HasAmounts ? 11 : 10);
        }
    }

    /// <summary>Writes a sale as a row of the chunk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(int row, in Sale sale, ulong high, ulong low)
    {
        ((long*)_line.Values)[row] = sale.Line;
        _invoice.Write(row, sale.Invoice);
        _stockCode.Write(row, sale.StockCode);
        _description.WriteOrNull(row, sale.Description);
        if (_columns.HasFractions)
        {
            ((long*)_quantity.Values)[row] = sale.QuantityParts;
        }
        else
        {
            ((int*)_quantity.Values)[row] = sale.Quantity;
        }

        ((long*)_soldAt.Values)[row] = sale.SoldAt;
        ((long*)_unitPrice.Values)[row] = sale.UnitPrice;
        _customer.WriteOrNull(row, sale.Customer);
        _country.WriteOrNull(row, sale.Country);
        if (_columns.HasAmounts)
        {
            _amount.WriteNumberOrNull(row, sale.HasOwnAmount ? sale.Amount : null);
        }

        if (_columns.HasHashes)
        {
            ((ulong*)_high.Values)[row] = high;
            ((ulong*)_low.Values)[row] = low;
        }
    }

    /// <summary>One column of a chunk.</summary>
    private readonly struct Vector(DuckDBDataChunk chunk, int column)
    {
        private readonly nint _vector = DataChunks.DuckDBDataChunkGetVector(chunk, column);

        public void* Values { get; } = Vectors.DuckDBVectorGetData(DataChunks.DuckDBDataChunkGetVector(chunk, column));

        /// <summary>A text of up to 12 bytes lies in the vector itself (length, then bytes, the rest zero); a longer one is copied by DuckDB.</summary>
        public void Write(int row, ReadOnlySpan<byte> text)
        {
            if (text.Length <= InlineLength)
            {
                var slot = new Span<byte>((byte*)Values + row * 16L, 16);
                slot.Clear();
                slot[0] = (byte)text.Length;
                text.CopyTo(slot[4..]);
                return;
            }

            fixed (byte* bytes = text)
            {
                Vectors.DuckDBUnsafeVectorAssignStringElementLength(_vector, (ulong)row, bytes, text.Length);
            }
        }

        public void WriteOrNull(int row, ReadOnlySpan<byte> text)
        {
            if (!text.IsEmpty)
            {
                Write(row, text);
                return;
            }

            WriteNull(row);
        }

        public void WriteNumberOrNull(int row, long? number)
        {
            ((long*)Values)[row] = number ?? 0;
            if (number is null)
            {
                WriteNull(row);
            }
        }

        private void WriteNull(int row)
        {
            Vectors.DuckDBVectorEnsureValidityWritable(_vector);
            Vectors.DuckDBVectorGetValidity(_vector)[row / 64] &= ~(1UL << (row % 64));
        }
    }
}
