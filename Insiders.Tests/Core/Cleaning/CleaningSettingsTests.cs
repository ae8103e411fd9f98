using Insiders.Core.Cleaning;

namespace Insiders.Tests.Core.Cleaning;

public sealed class CleaningSettingsTests
{
    [Fact]
    public void A_rule_that_does_not_exist_is_refused_with_those_that_do()
    {
        var error = Assert.Throws<ArgumentException>(() => new CleaningSettings { DisabledRules = ["no-custmer"] });

        Assert.Contains("no-custmer", error.Message, StringComparison.Ordinal);
        Assert.Contains("no-customer", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1_001)]
    public void A_return_share_that_is_no_share_is_refused(double share)
        => Assert.Throws<ArgumentOutOfRangeException>(() => CleaningSettings.Default with { MaximumReturnShare = share });

    [Fact]
    public void A_name_in_a_list_with_a_quotation_mark_stays_a_name()
        => Assert.Contains("('O''BRIEN')", CleaningRules.All.Single(rule => rule.Name == "excluded-customer")
            .Sql(new CleaningSettings { ExcludedCustomers = ["O'BRIEN"] }), StringComparison.Ordinal);

    [Fact]
    public async Task Empty_lists_drop_nothing()
    {
        using var session = Fixtures.TestLedger.Of([new() { StockCode = "M" }, new() { StockCode = "CRUK", Customer = "12346" }]);

        var clean = await CleanLedger.BuildAsync(
            session, new CleaningSettings { ControlCodes = [], AbsoluteQuantityCodes = [], ExcludedCustomers = [] }, CancellationToken.None);

        Assert.Equal(2, clean.Report.PurchaseRows);
    }
}
