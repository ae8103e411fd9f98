using System.Globalization;
using DuckDB.NET.Data;
using Insiders.Core.Segments.Stages;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>Stages on the pages of the real ledger, beside a query of the run's sales.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class StagePagesTests(BrowserFixture browser, RealSite real) : IClassFixture<RealSite>
{
    [BrowserFact(NeedsRealFile = true)]
    public async Task A_segment_says_where_its_members_are_and_each_number_leads_to_them()
    {
        var (page, name) = await OpenAsync(Roles.Viewer, $"/segments/{real.Published.Segments[^1].SegmentId}");

        Assert.Equal("Lost Customers", name);
        var shown = new Dictionary<CustomerStage, int>();
        foreach (var stage in Enum.GetValues<CustomerStage>())
        {
            shown[stage] = Number(await page.GetByTestId("stage-bar").GetByTestId($"stage-{stage}".ToLowerInvariant()).Locator("strong").TextContentAsync());
        }

        var members = real.Customers.Ids.Index().Where(customer => real.Customers.SegmentIds[customer.Index] == real.Published.Segments[^1].SegmentId).Select(customer => customer.Item).ToHashSet();
        Assert.Equal(members.Count, shown.Values.Sum());

        // The name is the study's: it says of how many it is true, there and in the list of segments.
        var share = ((double)shown[CustomerStage.Lost] / members.Count).ToString("P0", CultureInfo.GetCultureInfo("en"));
        Assert.Contains($"{shown[CustomerStage.Lost].ToString("N0", CultureInfo.GetCultureInfo("en"))} of {members.Count.ToString("N0", CultureInfo.GetCultureInfo("en"))} are lost", await page.GetByTestId("name-doubt").TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains($"{share} lost", await page.GetByTestId("segment-name").TextContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Do nothing special", await page.GetByTestId("lever").TextContentAsync(), StringComparison.Ordinal);

        // Nobody among the lost bought within the shop's limit, counted by another query.
        await page.GetByTestId("stage-bar").GetByTestId("stage-lost").Locator("a").ClickAsync();
        await page.GetByTestId("count").WaitForAsync();
        Assert.StartsWith($"{shown[CustomerStage.Lost].ToString("N0", CultureInfo.GetCultureInfo("en"))} of 4,312", (await page.GetByTestId("count").TextContentAsync())!.Trim(), StringComparison.Ordinal);
        Assert.Contains("stage=lost", page.Url, StringComparison.Ordinal);
        Assert.True(shown[CustomerStage.Lost] <= members.Count(Silent(203).Contains));
        Assert.True(shown[CustomerStage.New] + shown[CustomerStage.Active] >= members.Count(id => !Silent(27).Contains(id)));
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task Limits_that_an_administrator_sets_move_customers_at_once()
    {
        var (page, _) = await OpenAsync(Roles.Admin, "/settings/stages");
        await page.GetByTestId("stage-change").WaitForAsync();
        await page.GetByTestId("new-days").FillAsync("400");
        await Assertions.Expect(page.GetByTestId("stage-change").Locator("tbody tr").First.Locator("td").Last).ToHaveTextAsync("4,312");
        await page.GetByTestId("save").ClickAsync();
        await page.GetByText("Every page shows the new stages").WaitForAsync();

        await page.GotoAsync(new Uri(real.Site.Serve(), "/customers?stage=new").ToString());
        Assert.Contains("4,312", await page.GetByTestId("count").TextContentAsync(), StringComparison.Ordinal);

        await page.GotoAsync(new Uri(real.Site.Serve(), "/settings/stages").ToString());
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await page.GetByTestId("stage-change").WaitForAsync();
        await page.GetByTestId("new-days").FillAsync("");
        await page.GetByTestId("save").ClickAsync();
        await page.GetByText("Every page shows the new stages").WaitForAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>Ids of customers who have not bought for longer than some days.</summary>
    private HashSet<string> Silent(int days)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The path is the test's own.
        command.CommandText = $"SELECT customer_id FROM read_parquet('{real.SalesFile}') WHERE quantity >= 0 GROUP BY 1 HAVING DATE '2017-12-07' - CAST(max(sold_at) AS DATE) > {days}";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var ids = new HashSet<string>();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    private async Task<(IPage Page, string Name)> OpenAsync(string role, string path)
    {
        var page = await browser.OpenAsync();
        var address = real.Site.Serve();
        await page.AsAsync(real.Site, role);
        await page.GotoAsync(new Uri(address, path).ToString());
        await Assertions.Expect(page.Locator("html[data-keys=ready]")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        var label = page.GetByTestId("segment-name").Locator(".segment-name");
        return (page, await label.CountAsync() == 0 ? "" : (await label.EvaluateAsync<string>("label => [...label.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent).join('').trim()")));
    }

    private static int Number(string? text) => int.Parse(text!, NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("en"));
}
