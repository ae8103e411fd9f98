namespace Insiders.Core.Import;

/// <summary>Which mark stands before the fraction of a number; the other one may group thousands.</summary>
public enum DecimalMark
{
    /// <summary>As in <c>1,234.56</c>.</summary>
    Point,

    /// <summary>As in <c>1.234,56</c>.</summary>
    Comma,
}
