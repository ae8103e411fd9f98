namespace Insiders.Core.Import;

/// <summary>How a file sets values apart that hold separators or quotes.</summary>
public enum Quoting
{
    /// <summary>A value may stand in quotes; a quote inside is doubled.</summary>
    Usual,

    /// <summary>Whole lines stand in quotes, as a spreadsheet with one column writes them; quotes inside are doubled once more.</summary>
    WholeLines,

    /// <summary>Values stand in quotes, and quotes inside are not doubled: <c>"13" tray"</c>.</summary>
    Unescaped,
}
