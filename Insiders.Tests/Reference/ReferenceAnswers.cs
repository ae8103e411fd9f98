using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Numerics;

namespace Insiders.Tests.Reference;

/// <summary>Answers of other implementations, in <c>Reference/Data</c>; the README beside it says how they were made.</summary>
internal static class ReferenceAnswers
{
    private static readonly Lazy<(Matrix Points, int[] Classes)> s_digits = new(ReadDigits);

    /// <summary>Handwritten digits: 1,797 × 64 pixels of 0 to 16, and the digit.</summary>
    public static (Matrix Points, int[] Classes) Digits => s_digits.Value;

    /// <summary>iris, moons, blobs or circles, rounded to six digits, and the true groups; or digits.</summary>
    public static (Matrix Points, int[] Classes) Points(string name)
    {
        if (name == "digits")
        {
            return Digits;
        }

        var dataset = Read("datasets").GetProperty(name);
        return (Matrix.FromRows([.. dataset.GetProperty("x").EnumerateArray().Select(Numbers)]), Whole(dataset.GetProperty("y")));
    }

    /// <summary>One file of answers.</summary>
    public static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf(file + ".json")));
        return document.RootElement.Clone();
    }

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];

    public static int[] Whole(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetInt32())];

    public static Partition Partition(IEnumerable<int> labels)
    {
        ImmutableArray<int> all = [.. labels];
        return new Partition(all, all.Max() + 1);
    }

    private static (Matrix Points, int[] Classes) ReadDigits()
    {
        var lines = File.ReadAllLines(PathOf("digits.csv")).Select(line => Array.ConvertAll(line.Split(','), cell => double.Parse(cell, CultureInfo.InvariantCulture))).ToArray();
        return (Matrix.FromRows([.. lines.Select(line => line[..64])]), [.. lines.Select(line => (int)line[64])]);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Reference", "Data", file);
}
