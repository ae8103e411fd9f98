using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Insiders.Core.Import;

namespace Insiders.Core.Ledger;

/// <summary>128 bits that stand for a sale: two lanes of multiply-and-fold over its columns, line number left out.</summary>
/// <remarks>
/// Our own, so that fingerprints stay the same whatever hash a library switches to. Every text goes in with its length, so moving a
/// letter from one column to the next gives another hash. Words are little-endian on every machine. Not cryptographic.
/// </remarks>
internal static class SaleHash
{
    private const ulong FirstSeed = 0x9E3779B97F4A7C15;
    private const ulong SecondSeed = 0xC2B2AE3D27D4EB4F;
    private const ulong FirstFactor = 0xA0761D6478BD642F;
    private const ulong SecondFactor = 0xE7037ED1A0B428DB;

    /// <summary>The high and the low half of the hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (ulong High, ulong Low) Of(in Sale sale)
    {
        var (high, low) = (FirstSeed, SecondSeed);
        Add(ref high, ref low, sale.Invoice);
        Add(ref high, ref low, sale.StockCode);
        Add(ref high, ref low, sale.Description);
        Add(ref high, ref low, sale.Customer);
        Add(ref high, ref low, sale.Country);
        Add(ref high, ref low, (ulong)sale.SoldAt);
        Add(ref high, ref low, (ulong)sale.UnitPrice);
        Add(ref high, ref low, (ulong)(sale.HasFraction ? sale.QuantityParts : sale.Quantity));
        if (sale.HasFraction || sale.HasOwnAmount)
        {
            // What a plain sale does not have goes in behind the rest, so that its hash is what it always was.
            Add(ref high, ref low, sale.HasFraction ? 1UL : 0);
            Add(ref high, ref low, (ulong)sale.Amount);
        }

        return (Fold(high ^ low, FirstFactor), Fold(low, SecondFactor) ^ high);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ref ulong high, ref ulong low, ReadOnlySpan<byte> text)
    {
        Add(ref high, ref low, (ulong)text.Length);
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
        {
            Add(ref high, ref low, BinaryPrimitives.ReadUInt64LittleEndian(text));
        }

        if (!text.IsEmpty)
        {
            ulong last = 0;
            for (var i = text.Length - 1; i >= 0; i--)
            {
                last = (last << 8) | text[i];
            }

            Add(ref high, ref low, last);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref ulong high, ref ulong low, ulong word)
    {
        high = Fold(high ^ word, FirstFactor);
        low = Fold(low + word, SecondFactor) + SecondSeed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
