using System.Globalization;

namespace Insiders.Core.Import;

/// <summary>Rows of a file that were left out since their dates cannot be right: after the day of the import, or years from all others.</summary>
/// <param name="Rows">How many; they are among the rejected ones.</param>
/// <param name="Amount">Sum of quantity × unit price over them, returns below zero.</param>
/// <param name="First">The earliest of the dates.</param>
/// <param name="Last">The latest of the dates.</param>
public sealed record StrayDates(long Rows, decimal Amount, DateOnly First, DateOnly Last)
{
    /// <summary>The question whether they are slips.</summary>
    internal Question Ask() => new(QuestionCode.StrayDates, [Day(First), Day(Last)], Rows, Amount, [], "leave-out", ["keep"]);

    /// <summary>Two of them as one; null when there are none.</summary>
    public static StrayDates? Join(StrayDates? one, StrayDates? other) => one is null ? other : other is null ? one
        : new(one.Rows + other.Rows, one.Amount + other.Amount, one.First < other.First ? one.First : other.First, one.Last > other.Last ? one.Last : other.Last);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
