using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Writes the same JSON for Plotly's typed classes as the package does, whose own converter reads every attribute of every property each time (decision 0023).</summary>
internal static class PlotlyJson
{
    private static readonly ConcurrentDictionary<Type, PlotlyMember[]> s_members = new();
    private static readonly ConcurrentDictionary<Enum, string> s_names = new();

    /// <summary>Writes a figure.</summary>
    public static string Of(PlotlyFigure figure)
    {
        var bytes = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WritePropertyName("data");
            Write(json, figure.Traces.Select(trace => trace.Trace));
            json.WritePropertyName("layout");
            Write(json, figure.Layout);
            json.WritePropertyName("config");
            Write(json, figure.Config);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case double number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case int number: json.WriteNumberValue(number); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case Enum choice: WriteChoice(json, choice); break;
            case IDictionary entries: WriteEntries(json, entries); break;
            case IEnumerable items: WriteItems(json, items); break;
            default: WriteObject(json, value); break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, object value)
    {
        json.WriteStartObject();
        foreach (var member in s_members.GetOrAdd(value.GetType(), PlotlyMember.Of))
        {
            if (member.In(value) is not { } held)
            {
                continue;
            }

            if (member.IsNumbered)
            {
                WriteNumbered(json, member.Name, (IEnumerable)held);
            }
            else
            {
                json.WritePropertyName(member.Name);
                Write(json, held);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteNumbered(Utf8JsonWriter json, string name, IEnumerable items)
    {
        var number = 0;
        foreach (var item in items)
        {
            json.WritePropertyName(++number == 1 ? name : $"{name}{number}");
            Write(json, item);
        }
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteEntries(Utf8JsonWriter json, IDictionary entries)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in entries)
        {
            json.WritePropertyName((string)entry.Key);
            Write(json, entry.Value);
        }

        json.WriteEndObject();
    }

    // A choice may be a boolean among strings: dragmode is "pan" or false.
    private static void WriteChoice(Utf8JsonWriter json, Enum choice)
    {
        var name = s_names.GetOrAdd(choice, NameOf);
        if (bool.TryParse(name, out var yes))
        {
            json.WriteBooleanValue(yes);
        }
        else
        {
            json.WriteStringValue(name);
        }
    }

    // Combined flags are joined with a plus sign.
    private static string NameOf(Enum choice)
        => string.Join('+', choice.ToString().Split(", ").Select(name => choice.GetType().GetField(name)?.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? name));
}
