namespace Insiders.Core.Import;

/// <summary>How a file spells its characters.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with or without byte order mark; plain ASCII is UTF-8. A byte that is no UTF-8 is read as Windows-1252.</summary>
    Utf8,

    /// <summary>Windows-1252, the superset of ISO 8859-1 that spreadsheets write.</summary>
    Latin1,

    /// <summary>UTF-16 of either byte order, told by its byte order mark.</summary>
    Utf16,
}
