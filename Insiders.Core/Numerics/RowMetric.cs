namespace Insiders.Core.Numerics;

/// <summary>How far apart two rows are.</summary>
public enum RowMetric
{
    /// <summary>Square root of the sum of squared differences. On leaf numbers: the study's idea, which keeps the order of the splits.</summary>
    Euclidean,

    /// <summary>Share of columns that differ. On leaf numbers: the share of trees in which two customers sit in different leaves.</summary>
    Hamming,
}
