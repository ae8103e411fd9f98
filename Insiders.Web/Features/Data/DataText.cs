using System.Globalization;
using Insiders.Core.Application.Imports;
using Insiders.Core.Import;

namespace Insiders.Web.Features.Data;

/// <summary>What columns, states and rules are called.</summary>
public static class DataText
{
    /// <summary>How far a file has come.</summary>
    public static string Of(ImportJobState state) => state switch
    {
        ImportJobState.Uploaded => Texts.DataStateUploaded,
        ImportJobState.Queued => Texts.DataStateQueued,
        ImportJobState.Running => Texts.DataStateRunning,
        ImportJobState.Succeeded => Texts.DataStateSucceeded,
        ImportJobState.Failed => Texts.DataStateFailed,
        ImportJobState.Cancelled => Texts.DataStateCancelled,
        _ => Texts.DataStateInterrupted,
    };

    /// <summary>An encoding.</summary>
    public static string Of(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => "UTF-8",
        TextEncoding.Latin1 => "Latin-1 (Windows-1252)",
        _ => "UTF-16",
    };

    /// <summary>A separator.</summary>
    public static string OfSeparator(char separator) => separator switch
    {
        ',' => Texts.DataSeparatorComma,
        ';' => Texts.DataSeparatorSemicolon,
        '\t' => Texts.DataSeparatorTab,
        '|' => Texts.DataSeparatorBar,
        _ => separator.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A decimal mark, by example.</summary>
    public static string Of(DecimalMark mark) => mark == DecimalMark.Comma ? "1.234,56" : "1,234.56";
}
