using Insiders.Core.Cleaning;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Contracts;

/// <summary>What every entry of the catalogue of cleaning rules must satisfy.</summary>
public sealed class CleaningRuleContract
{
    // Settings that ask for every rule that is off by default, too.
    private static readonly CleaningSettings s_every = new()
    {
        ExcludedCountries = ["Atlantis"],
        LowestPrice = 0.01,
        InventsCustomers = true,
        DropsReturns = true,
        NeedsPurchase = true,
        FewestDates = 1,
    };

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

        var report = (await CleanLedger.BuildAsync(session, s_every with { DisabledRules = [name] }, CancellationToken.None)).Report;

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
        Assert.Equal(12, kinds.Count);
    }

    [Fact]
    public async Task A_rule_that_is_off_by_default_stands_in_no_waterfall_until_it_is_asked_for()
    {
        using var session = TestLedger.Of([new()]);

        var report = (await CleanLedger.BuildAsync(session, CleaningSettings.Default, CancellationToken.None)).Report;

        Assert.Equal(
            ["raw", "no-description", "no-customer", "unplaced-country", "no-price", "control-code", "excluded-customer", "returned-most"],
            report.Steps.Select(step => step.Rule));
        Assert.Equal(
            ["excluded-country", "few-dates", "invented-customer", "low-price", "no-purchase", "returned-goods"],
            CleaningRules.All.Where(rule => rule.AskedFor is not null).Select(rule => rule.Name).Order());
        Assert.All(CleaningRules.All, rule => Assert.Equal(rule.AskedFor is null, CleaningSettings.Default.Enables(rule.Name)));
        Assert.All(CleaningRules.All, rule => Assert.True(s_every.Enables(rule.Name)));
    }
}
