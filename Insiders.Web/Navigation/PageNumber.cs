using System.Globalization;

namespace Insiders.Web.Navigation;

/// <summary>The number of a page as an address says it.</summary>
public static class PageNumber
{
    /// <summary>A number from 1; <see cref="int.MaxValue"/> for every number beyond, which leads to the last page; 1 for what is no number.</summary>
    public static int Read(string? text) =>
        text is null or "" || text.AsSpan().ContainsAnyExceptInRange('0', '9') ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(page, 1)
        : int.MaxValue;
}
