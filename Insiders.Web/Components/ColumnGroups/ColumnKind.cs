namespace Insiders.Web.Components.ColumnGroups;

/// <summary>What stands in a column of customers.</summary>
public enum ColumnKind
{
    /// <summary>A feature or measure of the base: it has a size, so ranges, colours and sums are of it.</summary>
    Measure,

    /// <summary>Words or marks: sorted from the beginning.</summary>
    Words,

    /// <summary>A number beside the features: sorted by size, and no more than that.</summary>
    Number,
}
