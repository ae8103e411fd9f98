namespace Insiders.Web.Components.ColumnGroups;

/// <summary>The kind of values in a customer column.</summary>
public enum ColumnKind
{
    /// <summary>A feature or measure, usable for ranges, colours and totals.</summary>
    Measure,

    /// <summary>Text or labels, sorted ascending first.</summary>
    Words,

    /// <summary>A number that is not a feature, usable for sorting only.</summary>
    Number,
}
