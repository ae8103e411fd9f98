using System.Collections.Immutable;
using System.Globalization;

namespace Insiders.Core.Features;

/// <summary>On which weekdays and days of the month a customer spends: shares of its gross revenue, each family adding up to 1.</summary>
/// <remarks>A share is 0 where there is no revenue to share. A day on which no customer spends is left out of the table.</remarks>
internal static class Calendar
{
    internal static ImmutableArray<FeatureDefinition> All { get; } =
    [
        .. ((string[])["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]).Select((name, day)
            => new FeatureDefinition(name, FeatureUnit.Share, $"Share of the customer's revenue spent on a {name}.", ShareOf(CustomerAggregate.Weekday(day + 1)), Scaled: false)),
        .. Enumerable.Range(1, 31).Select(day => new FeatureDefinition(
            string.Create(CultureInfo.InvariantCulture, $"day_{day:00}"), FeatureUnit.Share,
            string.Create(CultureInfo.InvariantCulture, $"Share of the customer's revenue spent on day {day} of a month."), ShareOf(CustomerAggregate.DayOfMonth(day)), Scaled: false)),
    ];

    private static string ShareOf(string column) => $"coalesce({column} / nullif(gross_revenue_amount, 0), 0)";
}
