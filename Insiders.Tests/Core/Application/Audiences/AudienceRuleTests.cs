using Insiders.Core.Application.Audiences;
using Insiders.Core.Customers;
using Insiders.Core.Import;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Application.Audiences;

public sealed class AudienceRuleTests
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    [Fact]
    public async Task A_rule_is_answered_anew_by_every_run_and_tells_who_came_and_who_went()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(1);
        var runs = house.Published();
        var service = new AudienceService(new AudienceStore(house.Folder.Database), Actors.Access, TimeProvider.System);
        var run = (await runs.FindAsync(CancellationToken.None))!;
        var rule = new CustomerFilter { Ranges = [new("recency_days", null, 30)] };
        var before = Members(run.Customers);
        var saved = (await service.SaveRuleAsync(Actors.Rui, "Bought lately", rule, run, CancellationToken.None)).Value;
        Assert.Equal(before.Count, saved.Customers);
        Assert.Single((await service.FindDetailsAsync(Actors.Rui, saved.Id, run, CancellationToken.None))!.Steps);

        // Twenty days later somebody who was silent has bought; most others have slipped out.
        var silent = run.Customers.Ids[run.Customers.Everybody.First(row => run.Customers.Feature("recency_days")[row] > 60)];
        var file = house.Folder.Database + ".later.csv";
        await File.WriteAllTextAsync(file, $"{Header}\n990001,A1,Mug,2,2025-12-29 10:00:00,1.50,{silent},{run.Customers.Countries[run.Customers.FindRow(silent)!.Value]}\n");
        await house.Ledger.ImportAsync(file, ImportOptions.Default, SavedRuns.Noon, null, CancellationToken.None);
        await house.PublishAsync(2);
        var later = (await runs.FindAsync(CancellationToken.None))!;
        await service.FollowAsync(later, CancellationToken.None);
        await service.FollowAsync(later, CancellationToken.None); // once more, as after a restart

        var details = (await service.FindDetailsAsync(Actors.Rui, saved.Id, later, CancellationToken.None))!;
        var after = Members(later.Customers);
        Assert.Equal(2, details.Steps.Length);
        Assert.Equal(after.Count, details.Presence.Rows.Length);
        Assert.Equal(after.Except(before).Order(StringComparer.Ordinal), details.Steps[1].Came);
        Assert.Equal(before.Except(after).Order(StringComparer.Ordinal), details.Steps[1].Went);
        Assert.Contains(silent, details.Steps[1].Came);
        Assert.NotEmpty(details.Steps[1].Went);
        Assert.Null(await service.FindDetailsAsync(Actors.Ben, saved.Id, later, CancellationToken.None));
        Assert.Equal(after.Count, (await service.CountPresentAsync([saved], later, CancellationToken.None))[0]);
        Assert.Equal(rule.Ranges[0], (await service.FindAsync(Actors.Rui, saved.Id, CancellationToken.None))!.Rule!.Ranges[0]);

        static HashSet<string> Members(CustomerTable customers)
            => [.. customers.Everybody.Where(row => customers.Feature("recency_days")[row] <= 30).Select(row => customers.Ids[row])];
    }

    [Fact]
    public async Task A_rule_without_conditions_or_made_of_an_audience_is_refused()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(1);
        var run = (await house.Published().FindAsync(CancellationToken.None))!;
        var service = new AudienceService(new AudienceStore(house.Folder.Database), Actors.Access, TimeProvider.System);

        Assert.Equal(ProblemCode.AudienceRule, (await service.SaveRuleAsync(Actors.Rui, "All", CustomerFilter.None, run, CancellationToken.None)).Problem!.Code);
        Assert.Equal(ProblemCode.AudienceRule, (await service.SaveRuleAsync(Actors.Rui, "All", new() { Among = new(1, "x", [1]) }, run, CancellationToken.None)).Problem!.Code);
    }

    [Fact]
    public void A_rule_about_a_measure_that_a_run_lacks_has_nobody_and_says_why()
    {
        var presence = AudiencePresence.Of(new Audience(1, "x", "id", "ana", 1, 1, SavedRuns.Noon), new CustomerFilter { Ranges = [new("no_such_measure", 1, null)] }, SmallBase.Four());

        Assert.Empty(presence.Rows);
        Assert.Equal(["no_such_measure"], presence.Unanswered.AsEnumerable());
    }

    [Fact]
    public void An_audience_in_a_filter_meets_the_other_conditions_and_one_that_is_not_there_is_nobody()
    {
        var customers = SmallBase.Four();

        Assert.Equal([1, 3], customers.Select(new() { Among = new(1, "x", [1, 3]) }).AsEnumerable());
        Assert.Equal([3], customers.Select(new() { Among = new(1, "x", [1, 3]), Countries = ["Japan"] }).AsEnumerable());
        Assert.Empty(customers.Select(new() { Among = new(1, "", []) }));
        Assert.False(new CustomerFilter { Among = new(1, "", []) }.IsNone);
    }
}
