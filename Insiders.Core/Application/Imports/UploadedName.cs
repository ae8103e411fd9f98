namespace Insiders.Core.Application.Imports;

/// <summary>What a browser calls an uploaded file, made fit for display. It is never a path: files are stored under names of our own.</summary>
public static class UploadedName
{
    private const int Longest = 120;
    private const string Nameless = "sales.csv";

    /// <summary>The last part of the name, without control characters, cut when it is long.</summary>
    /// <param name="sent">What the browser sent; may hold folders of any system, line ends, or nothing.</param>
    public static string Of(string? sent)
    {
        var name = new string([.. (sent ?? "").Where(character => !char.IsControl(character))]);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim().Trim('"');
        return name switch
        {
            "" or "." or ".." => Nameless,
            { Length: > Longest } => name[..(Longest / 2)] + "…" + name[^(Longest / 2)..],
            _ => name,
        };
    }
}
