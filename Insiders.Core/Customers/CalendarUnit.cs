namespace Insiders.Core.Customers;

/// <summary>What a <see cref="CalendarSpan"/> counts.</summary>
public enum CalendarUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks of seven days.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Years.</summary>
    Year,
}
