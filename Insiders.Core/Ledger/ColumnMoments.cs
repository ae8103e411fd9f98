namespace Insiders.Core.Ledger;

/// <summary>How the numbers of a column are spread; the same digits for any number of threads.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Median">The middle value, or the mean of the middle two.</param>
/// <param name="StandardDeviation">Of a sample (divisor n − 1); null below two values.</param>
/// <param name="Skewness">Of a sample, adjusted (G1, as spreadsheets' SKEW); null below three values or when all are equal.</param>
/// <param name="Kurtosis">Excess over a normal distribution, of a sample (G2, as spreadsheets' KURT); null below four values or when all are equal.</param>
public sealed record ColumnMoments(double Mean, double Median, double? StandardDeviation, double? Skewness, double? Kurtosis);
