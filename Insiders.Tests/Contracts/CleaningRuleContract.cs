using Insiders.Core.Cleaning;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Contracts;

/// <summary>What every entry of the catalogue of cleaning rules must satisfy.</summary>
public sealed class CleaningRuleContract
{
    public static TheoryData<string> AllRules => [.. CleaningRules.All.Select(rule => rule.Name)];

    [Theory, MemberData(nameof(AllRules))]
    public void A_rule_has_a_name_a_sentence_and_its_sql(string name)
    {
        var rule = CleaningRules.All.Single(rule => rule.Name == name);

        Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Name);
        Assert.True(Enum.IsDefined(rule.Kind));
        Assert.Matches(@"^[A-Z].*\.$", rule.Sentence);
        Assert.False(string.IsNullOrWhiteSpace(rule.Sql(CleaningSettings.Default)));
    }

    [Theory, MemberData(nameof(AllRules))]
    public async Task A_rule_switched_off_alone_still_stands_in_the_waterfall_and_drops_nothing(string name)
    {
        var rule = CleaningRules.All.Single(rule => rule.Name == name);
        using var session = TestLedger.Of([new(), new() { Customer = null }, new() { Description = null }, new() { Country = "Unspecified", Customer = "2" }, new() { UnitPrice = 0 }]);

        var report = (await CleanLedger.BuildAsync(session, new CleaningSettings { DisabledRules = [name] }, CancellationToken.None)).Report;

        Assert.Equal(["raw", .. CleaningRules.All.Where(r => r.Kind != CleaningRuleKind.Change).Select(r => r.Name)], report.Steps.Select(step => step.Rule));
        Assert.All(report.Steps, step => Assert.Equal(step.Rule != name, step.Enabled));
        if (rule.Kind != CleaningRuleKind.Change)
        {
            Assert.Equal(0, report.Steps.Single(step => step.Rule == name).RowsDropped);
        }

        Assert.Equal(report.PurchaseRows + report.ReturnRows, report.Steps[^1].RowsLeft);
    }

    [Fact]
    public void Rules_that_drop_customers_come_after_those_that_drop_rows()
    {
        var kinds = CleaningRules.All.Select(rule => rule.Kind).Where(kind => kind != CleaningRuleKind.Change).ToList();

        Assert.True(kinds.LastIndexOf(CleaningRuleKind.DropRows) < kinds.IndexOf(CleaningRuleKind.DropCustomers));
        Assert.Equal(7, kinds.Count);
    }
}
