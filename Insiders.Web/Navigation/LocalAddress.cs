namespace Insiders.Web.Navigation;

/// <summary>Validates a return address that came from outside: only addresses of this site are accepted.</summary>
public static class LocalAddress
{
    private const string Somewhere = "http://site";
    private const int Longest = 4096;

    /// <summary>Path, query and fragment of a text that can only lead to this site, encoded for use in a header; null for any other text.</summary>
    /// <remarks>
    /// Browsers drop tabs and line breaks inside an address and treat <c>\</c> as <c>/</c>: <c>/⇥/elsewhere</c> and <c>/\elsewhere</c> leave the site.
    /// So does a path that begins with two slashes once its dot segments are resolved.
    /// </remarks>
    public static string? Find(string? text)
    {
        if (text is not ['/', ..] || text.Length > Longest || text.Contains('\\', StringComparison.Ordinal) || text.Any(char.IsControl)
            || !Uri.TryCreate(Somewhere + text, UriKind.Absolute, out var address))
        {
            return null;
        }

        var local = address.PathAndQuery + address.Fragment;
        return local is ['/', ..] and not ['/', '/' or '\\', ..] ? local : null;
    }
}
