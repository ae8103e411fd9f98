namespace Insiders.Core.Customers;

/// <summary>How a column is summed up.</summary>
public enum ColumnTotalKind
{
    /// <summary>Not at all: the sum and the mean would mean nothing.</summary>
    None,

    /// <summary>Added up.</summary>
    Sum,

    /// <summary>Averaged over customers.</summary>
    Mean,
}
