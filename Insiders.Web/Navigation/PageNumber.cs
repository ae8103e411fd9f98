using System.Globalization;

namespace Insiders.Web.Navigation;

/// <summary>Parses the page number in an address.</summary>
public static class PageNumber
{
    /// <summary>A number from 1; <see cref="int.MaxValue"/> for larger numbers, which lead to the last page; 1 for anything that is not a number.</summary>
    public static int Read(string? text) =>
        text is null or "" || text.AsSpan().ContainsAnyExceptInRange('0', '9') ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(page, 1)
        : int.MaxValue;
}
