namespace Insiders.Core.Import;

/// <summary>How a file spells its characters.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with or without byte order mark; plain ASCII is UTF-8. A byte that is no UTF-8 is read as Windows-1252.</summary>
    Utf8,

    /// <summary>Windows-1252, the superset of ISO 8859-1 that spreadsheets of western countries write.</summary>
    Latin1,

    /// <summary>UTF-16 of either byte order, told by its byte order mark or by the zeros between plain letters.</summary>
    Utf16,

    /// <summary>UTF-32 of either byte order, told in the same way.</summary>
    Utf32,

    /// <summary>Windows-1250: central Europe.</summary>
    Windows1250,

    /// <summary>Windows-1251: Cyrillic.</summary>
    Windows1251,

    /// <summary>Windows-1253: Greek.</summary>
    Windows1253,

    /// <summary>Windows-1254: Turkish.</summary>
    Windows1254,
}
