using System.Globalization;
using System.Runtime.InteropServices;

namespace Insiders.Benchmarks;

/// <summary>The page the figures are published on: each benchmark rewrites the part between its own marks.</summary>
internal static class BenchmarkPage
{
    /// <summary>Replaces one part of docs/benchmarks.md, under a line that names machine and date.</summary>
    public static void Write(string part, string text)
    {
        var path = Path.Combine(Root(), "docs", "benchmarks.md");
        var page = File.ReadAllText(path);
        var (open, close) = ($"<!-- {part} -->\n", $"<!-- /{part} -->");
        var from = page.IndexOf(open, StringComparison.Ordinal);
        var to = page.IndexOf(close, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidDataException($"docs/benchmarks.md has no part '{part}'.");
        }

        var body = $"{Machine()}\n\n{text.TrimEnd()}\n";
        File.WriteAllText(path, page[..(from + open.Length)] + body + page[to..]);
        Console.WriteLine(body);
    }

    /// <summary>A number as it stands in a table.</summary>
    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Machine()
    {
        var processor = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
        return string.Create(CultureInfo.InvariantCulture,
            $"Measured {DateTime.UtcNow:yyyy-MM-dd} on {processor ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Insiders.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Run the benchmarks from inside the repository.");
    }
}
