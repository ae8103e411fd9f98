namespace Insiders.Web.Navigation;

/// <summary>An address to come back to, that came from outside: it is one of this site or none.</summary>
public static class LocalAddress
{
    private const string Somewhere = "http://site";
    private const int Longest = 4096;

    /// <summary>Path, query and fragment of a text that leads nowhere but to this site, encoded as a header carries them; null for every other text.</summary>
    /// <remarks>
    /// Browsers drop tabs and line ends inside an address and take <c>\</c> for <c>/</c>: <c>/⇥/elsewhere</c> and <c>/\elsewhere</c> leave the site.
    /// So does a path that begins with two slashes once its dots are folded away.
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
