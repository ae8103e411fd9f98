namespace Insiders.Core.Customers.Periods;

/// <summary>What a <see cref="Period"/> is a whole number of.</summary>
public enum PeriodUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks, Monday to Sunday.</summary>
    Week,

    /// <summary>Calendar months, whatever their length.</summary>
    Month,
}
