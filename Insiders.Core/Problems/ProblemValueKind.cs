namespace Insiders.Core.Problems;

/// <summary>How a value of a problem is worded.</summary>
public enum ProblemValueKind
{
    /// <summary>Text shown unchanged: a name, a value from a file.</summary>
    Text,

    /// <summary>A whole number in invariant digits.</summary>
    Number,

    /// <summary>A size in bytes, in invariant digits.</summary>
    Bytes,

    /// <summary>Names of ledger columns, separated by commas.</summary>
    Columns,

    /// <summary>The name of one ledger column.</summary>
    Column,

    /// <summary>A day, as yyyy-MM-dd.</summary>
    Day,

    /// <summary>Headers of a file, one per line.</summary>
    Headers,

    /// <summary>A cleaning rule, by its name.</summary>
    Rule,

    /// <summary>The reason of a rejected row, as <see cref="Problem.ToText"/> writes it; earlier versions stored the English sentence.</summary>
    Reason,

    /// <summary>What a setting may be: <c>flag</c>, <c>number</c>, <c>texts</c>, <c>whole</c>, <c>steps</c> or the choices; a question mark is appended when null is allowed.</summary>
    Wanted,

    /// <summary>A point in time, ISO 8601 in UTC.</summary>
    Moment,

    /// <summary>A language, by its tag.</summary>
    Language,

    /// <summary>A name in English and, on a second line, in Portuguese.</summary>
    Bilingual,

    /// <summary>Why a setting's value is refused, in English.</summary>
    Refusal,

    /// <summary>The numbers a setting accepts; see <see cref="NumberRange.ToText"/>.</summary>
    Range,

    /// <summary>A clustering or embedding method, by its name in files.</summary>
    Method,
}
