using Insiders.Core.Import.Encodings;

namespace Insiders.Core.Import.Sources;

/// <summary>Sales as UTF-8 text, one row a line, from whatever holds them. Read from its beginning to its end by one thread.</summary>
internal abstract class TextSource : ForwardStream
{
    /// <summary>The encoding as far as it is known: null while only ASCII has been read.</summary>
    public abstract TextEncoding? Encoding { get; }

    /// <summary>How much has been read, 0 to 1.</summary>
    public abstract double Fraction { get; }

    /// <summary>True where cells hold numbers and days, and not texts of them: a decimal mark is then a point.</summary>
    public virtual bool HasTypes => false;

    /// <summary>The file that a line came from and its line there; no file where there is only one.</summary>
    /// <param name="line">Line of the text, from 1; not beyond what has been read.</param>
    public virtual (string? File, long Line) Locate(long line) => (null, line);
}
