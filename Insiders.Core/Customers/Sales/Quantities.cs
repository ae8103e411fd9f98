namespace Insiders.Core.Customers.Sales;

/// <summary>Sums of quantities that may have up to four decimals.</summary>
internal static class Quantities
{
    /// <summary>Adds up exactly: 0.1 and 0.2 are 0.3.</summary>
    public static double Sum(IEnumerable<double> quantities) => (double)quantities.Sum(quantity => (decimal)quantity);
}
