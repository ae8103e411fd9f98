namespace Insiders.Core.Statistics.Experiments;

/// <summary>Customers that an experiment needs, as worked out; round both up.</summary>
/// <param name="Withheld">Customers who get nothing.</param>
/// <param name="Treated">Customers who get it.</param>
public readonly record struct ArmSizes(double Withheld, double Treated)
{
    /// <summary>Both arms in whole customers.</summary>
    public double Total => Math.Ceiling(Withheld) + Math.Ceiling(Treated);
}
