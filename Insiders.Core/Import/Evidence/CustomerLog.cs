using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Insiders.Core.Import.Evidence;

/// <summary>The different customers of a file with their rows and orders, as far as they fit.</summary>
/// <remarks>
/// About 40 bytes and the text for each, <see cref="Most"/> at most: those that come later are not listed. The rows of an order follow one
/// another, so a row mostly costs one comparison.
/// </remarks>
internal sealed class CustomerLog
{
    /// <summary>Customers listed at most.</summary>
    public const int Most = 1_000_000;

    private const ulong Factor = 0xA0761D6478BD642F;

    private readonly List<byte[]> _texts = [];
    private readonly List<long> _rows = [];
    private readonly List<long> _orders = [];
    private int[] _slots = new int[1024];
    private int _last = -1;
    private ulong _lastOrder;

    /// <summary>Customers listed.</summary>
    public int Count => _texts.Count;

    /// <summary>A customer with its rows and orders; rows of one order that do not follow one another count as several.</summary>
    public (string Text, long Rows, long Orders) this[int index] => (Encoding.UTF8.GetString(_texts[index]), _rows[index], _orders[index]);

    /// <summary>True when a customer is listed.</summary>
    public bool Has(string text) => _slots[Slot(Encoding.UTF8.GetBytes(text), _slots)] > 0;

    /// <summary>Counts a row.</summary>
    public void Add(ReadOnlySpan<byte> customer, ReadOnlySpan<byte> order)
    {
        if (customer.IsEmpty)
        {
            return;
        }

        var orderHash = Hash(order);
        if (_last < 0 || !customer.SequenceEqual(_texts[_last]))
        {
            _last = Find(customer);
            _lastOrder = ~orderHash;
        }

        if (_last < 0)
        {
            return;
        }

        _rows[_last]++;
        if (orderHash != _lastOrder)
        {
            _orders[_last]++;
            _lastOrder = orderHash;
        }
    }

    private int Find(ReadOnlySpan<byte> customer)
    {
        var at = Slot(customer, _slots);
        if (_slots[at] > 0)
        {
            return _slots[at] - 1;
        }

        if (_texts.Count == Most)
        {
            return -1;
        }

        if (2 * (_texts.Count + 1) > _slots.Length)
        {
            Grow();
            at = Slot(customer, _slots);
        }

        _texts.Add(customer.ToArray());
        _rows.Add(0);
        _orders.Add(0);
        _slots[at] = _texts.Count;
        return _texts.Count - 1;
    }

    private void Grow()
    {
        var wider = new int[2 * _slots.Length];
        for (var i = 0; i < _texts.Count; i++)
        {
            wider[Slot(_texts[i], wider)] = i + 1;
        }

        _slots = wider;
    }

    private int Slot(ReadOnlySpan<byte> customer, int[] slots)
    {
        var at = (int)(Hash(customer) & (ulong)(slots.Length - 1));
        while (slots[at] > 0 && !customer.SequenceEqual(_texts[slots[at] - 1]))
        {
            at = (at + 1) & (slots.Length - 1);
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length * Factor;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
        }

        ulong rest = 0;
        foreach (var letter in text)
        {
            rest = (rest << 8) | letter;
        }

        return Fold(hash ^ rest);
    }

    private static ulong Fold(ulong value)
    {
        var high = Math.BigMul(value ^ 0x9E3779B97F4A7C15, Factor, out var low);
        return high ^ low;
    }
}
