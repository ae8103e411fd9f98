using System.Buffers.Binary;
using System.Text;

namespace Insiders.Benchmarks.Load;

/// <summary>The messages between a page and its server: arrays in MessagePack, each behind its length in base 128.</summary>
/// <remarks>Only what the hub of Blazor's circuits sends and takes: null, booleans, whole numbers, texts, bytes, arrays and maps.</remarks>
internal static class HubFrame
{
    /// <summary>A call of a method on the server, as the browser's script sends it.</summary>
    /// <param name="invocation">Its number where an answer is wanted, else null.</param>
    /// <param name="target">The method.</param>
    /// <param name="arguments">Null, bool, long or string.</param>
    public static byte[] Call(string? invocation, string target, params ReadOnlySpan<object?> arguments)
    {
        var body = new List<byte> { 0x95, 1, 0x80 };
        Write(body, invocation);
        Write(body, target);
        body.AddRange([0xdc, (byte)(arguments.Length >> 8), (byte)arguments.Length]);
        foreach (var argument in arguments)
        {
            Write(body, argument);
        }

        var frame = new List<byte>();
        var length = body.Count;
        for (; length > 0x7f; length >>= 7)
        {
            frame.Add((byte)(length | 0x80));
        }

        frame.Add((byte)length);
        return [.. frame, .. body];
    }

    /// <summary>Cuts a message of the socket into the hub's own.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Read(ReadOnlyMemory<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var length = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = bytes.Span[at++];
                length |= (part & 0x7f) << shift;
                if (part < 0x80)
                {
                    break;
                }
            }

            var place = at;
            at += length;
            yield return (IReadOnlyList<object?>)Value(bytes, ref place)!;
        }
    }

    private static void Write(List<byte> body, object? value)
    {
        switch (value)
        {
            case null:
                body.Add(0xc0);
                break;
            case bool truth:
                body.Add((byte)(truth ? 0xc3 : 0xc2));
                break;
            case long number:
                body.Add(0xd3);
                body.AddRange(Bytes(number));
                break;
            case string text:
                var utf8 = Encoding.UTF8.GetBytes(text);
                body.Add(0xdb);
                body.AddRange(Bytes((uint)utf8.Length));
                body.AddRange(utf8);
                break;
            default:
                throw new ArgumentException($"A call cannot carry a {value.GetType().Name}.", nameof(value));
        }
    }

    private static byte[] Bytes(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Bytes(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static object? Value(ReadOnlyMemory<byte> bytes, ref int at)
    {
        var code = bytes.Span[at++];
        switch (code)
        {
            case < 0x80:
                return (long)code;
            case < 0x90:
                return Map(bytes, ref at, code & 0x0f);
            case < 0xa0:
                return Items(bytes, ref at, code & 0x0f);
            case < 0xc0:
                return Text(bytes, ref at, code & 0x1f);
            case >= 0xe0:
                return (long)(sbyte)code;
            case 0xc0:
                return null;
            case 0xc2 or 0xc3:
                return code == 0xc3;
            case 0xc4 or 0xc5 or 0xc6:
                return Cut(bytes, ref at, (int)Number(bytes, ref at, 1 << (code - 0xc4)));
            case 0xcc or 0xcd or 0xce or 0xcf:
                return Number(bytes, ref at, 1 << (code - 0xcc));
            case 0xd0 or 0xd1 or 0xd2 or 0xd3:
                var size = 1 << (code - 0xd0);
                return Number(bytes, ref at, size) << (64 - (size * 8)) >> (64 - (size * 8));
            case 0xd9 or 0xda or 0xdb:
                return Text(bytes, ref at, (int)Number(bytes, ref at, 1 << (code - 0xd9)));
            case 0xdc or 0xdd:
                return Items(bytes, ref at, (int)Number(bytes, ref at, code == 0xdc ? 2 : 4));
            case 0xde or 0xdf:
                return Map(bytes, ref at, (int)Number(bytes, ref at, code == 0xde ? 2 : 4));
            default:
                throw new InvalidDataException($"The hub sent a value of kind 0x{code:x2}, which no circuit uses.");
        }
    }

    private static long Number(ReadOnlyMemory<byte> bytes, ref int at, int size)
    {
        var number = 0L;
        for (var i = 0; i < size; i++)
        {
            number = (number << 8) | bytes.Span[at++];
        }

        return number;
    }

    private static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> bytes, ref int at, int length)
    {
        at += length;
        return bytes.Slice(at - length, length);
    }

    private static string Text(ReadOnlyMemory<byte> bytes, ref int at, int length) => Encoding.UTF8.GetString(Cut(bytes, ref at, length).Span);

    private static object?[] Items(ReadOnlyMemory<byte> bytes, ref int at, int count)
    {
        var items = new object?[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = Value(bytes, ref at);
        }

        return items;
    }

    private static object?[] Map(ReadOnlyMemory<byte> bytes, ref int at, int count) => Items(bytes, ref at, 2 * count);
}
