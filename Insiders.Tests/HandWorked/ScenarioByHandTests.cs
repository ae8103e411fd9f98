using Insiders.Core.Statistics.Revenue;

namespace Insiders.Tests.HandWorked;

public sealed class ScenarioByHandTests
{
    // 214 members and 10 % more are 235 whole ones: 21 × 4,079.71.
    [Fact]
    public void The_published_scenario_is_repeated_from_its_inputs()
    {
        var steps = Scenario.Work(new ScenarioBase(214, 4_079.71, 1, 0), new Dictionary<ScenarioLever, double> { [ScenarioLever.Members] = 0.1 });

        Assert.Equal((214.0, 235.0), (steps[0].Before, steps[0].After));
        Assert.Equal(85_674, steps.Sum(step => step.Gain), 0.5); // 87,305.79 with fractions of members
    }

    // 10 members, 5 orders of 20, a fifth leaves: 800. +20 %: 12 → 960; 20 → 22: 1,056; 5 → 6: 1,267.20; 0.2 → 0.1: 1,425.60.
    [Fact]
    public void Each_lever_has_its_line_and_the_lines_sum_to_the_whole()
    {
        var more = new Dictionary<ScenarioLever, double>
        {
            [ScenarioLever.Members] = 0.2,
            [ScenarioLever.OrderAmount] = 0.1,
            [ScenarioLever.OrdersPerMember] = 0.2,
            [ScenarioLever.LeavingShare] = -0.5,
        };

        var steps = Scenario.Work(new ScenarioBase(10, 20, 5, 0.2), more);

        Assert.Equal([960, 1_056, 1_267.2, 1_425.6], steps.Select(step => Math.Round(step.Revenue, 9)));
        Assert.Equal(625.6, steps.Sum(step => step.Gain), 1e-9);
        Assert.Equal((0.2, 0.1), (steps[3].Before, steps[3].After));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Scenario.Work(new ScenarioBase(-1, 1, 1, 0), new Dictionary<ScenarioLever, double>()));
        Assert.Throws<ArgumentException>(() => Scenario.Work(new ScenarioBase(1, 1, 1, 0), new Dictionary<ScenarioLever, double> { [ScenarioLever.Members] = -2 }));
        Assert.Throws<ArgumentException>(() => Scenario.Work(new ScenarioBase(1, 1, 1, 0), new Dictionary<ScenarioLever, double> { [ScenarioLever.OrderAmount] = double.NaN }));
        Assert.All(Scenario.Work(new ScenarioBase(3, 1, 1, 0), new Dictionary<ScenarioLever, double>()), step => Assert.Equal(0, step.Gain));
    }
}
