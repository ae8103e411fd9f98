namespace Insiders.Core.Statistics.Revenue;

/// <summary>Where a change of revenue came from, customer by customer: four groups whose changes sum to the whole.</summary>
/// <param name="Gained">Customers who bought in the later period only.</param>
/// <param name="Lost">Customers who bought in the earlier period only.</param>
/// <param name="Up">Customers of both who brought more, or as much.</param>
/// <param name="Down">Customers of both who brought less.</param>
public sealed record GainAndLoss(RevenueGroup Gained, RevenueGroup Lost, RevenueGroup Up, RevenueGroup Down)
{
    /// <summary>Revenue after less revenue before.</summary>
    public double Total => Gained.Change + Lost.Change + Up.Change + Down.Change;

    /// <summary>Sorts customers into the groups.</summary>
    /// <param name="before">Revenue of each customer in the earlier period; null for who did not buy in it.</param>
    /// <param name="after">Revenue of the same customers in the later period.</param>
    /// <exception cref="ArgumentException">Counts differ.</exception>
    public static GainAndLoss Of(ReadOnlySpan<double?> before, ReadOnlySpan<double?> after)
    {
        if (before.Length != after.Length)
        {
            throw new ArgumentException($"{after.Length} customers afterwards do not fit {before.Length} before.", nameof(after));
        }

        var (gained, lost, up, down) = (default(RevenueGroup), default(RevenueGroup), default(RevenueGroup), default(RevenueGroup));
        for (var i = 0; i < before.Length; i++)
        {
            switch (before[i], after[i])
            {
                case (null, { } now):
                    gained = gained.With(0, now);
                    break;
                case ({ } then, null):
                    lost = lost.With(then, 0);
                    break;
                case ({ } then, { } now) when now >= then:
                    up = up.With(then, now);
                    break;
                case ({ } then, { } now):
                    down = down.With(then, now);
                    break;
                default:
                    break;
            }
        }

        return new GainAndLoss(gained, lost, up, down);
    }
}
