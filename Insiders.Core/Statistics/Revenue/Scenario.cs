using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Revenue;

/// <summary>What if there were more members, larger or more orders, or fewer who leave: arithmetic, not a forecast.</summary>
/// <remarks>
/// It takes new members to be like those there are, and nothing else to change. Neither is known; an experiment would tell.
/// </remarks>
public static class Scenario
{
    /// <summary>Works a scenario out, a line per lever in the order of <see cref="ScenarioLever"/>.</summary>
    /// <param name="now">The programme as it is.</param>
    /// <param name="more">By how much each lever changes, as a share: 0.1 is 10 % more, −0.1 is 10 % less. Levers that are missing stay.</param>
    /// <returns>One step per lever, whole members rounded down; the last one has the revenue of the whole.</returns>
    /// <exception cref="ArgumentException">A number is not finite, the programme cannot be, or a change takes more than everything.</exception>
    public static ImmutableArray<ScenarioStep> Work(ScenarioBase now, IReadOnlyDictionary<ScenarioLever, double> more)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(more);
        if (!(now.Members >= 0 && now.LeavingShare is >= 0 and <= 1 && double.IsFinite(now.OrderAmount) && double.IsFinite(now.OrdersPerMember)))
        {
            throw new ArgumentException($"{now} is no programme: expected 0 or more members, finite numbers, and a share of 0 to 1 who leave.", nameof(now));
        }

        var steps = ImmutableArray.CreateBuilder<ScenarioStep>();
        foreach (var lever in Enum.GetValues<ScenarioLever>())
        {
            var change = more.GetValueOrDefault(lever);
            if (change is not (>= -1 and < double.PositiveInfinity))
            {
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{lever} cannot change by {change}; expected −1 or more."), nameof(more));
            }

            var (before, after) = lever switch
            {
                ScenarioLever.Members => (now.Members, Math.Floor(Math.Round(now.Members * (1 + change), 9))),
                ScenarioLever.OrderAmount => (now.OrderAmount, now.OrderAmount * (1 + change)),
                ScenarioLever.OrdersPerMember => (now.OrdersPerMember, now.OrdersPerMember * (1 + change)),
                _ => (now.LeavingShare, Math.Min(1, now.LeavingShare * (1 + change))),
            };
            var next = lever switch
            {
                ScenarioLever.Members => now with { Members = (int)after },
                ScenarioLever.OrderAmount => now with { OrderAmount = after },
                ScenarioLever.OrdersPerMember => now with { OrdersPerMember = after },
                _ => now with { LeavingShare = after },
            };
            steps.Add(new ScenarioStep(lever, before, after, next.Revenue, next.Revenue - now.Revenue));
            now = next;
        }

        return steps.ToImmutable();
    }
}
