using System.Collections.Concurrent;
using System.Text;
using Insiders.Core.Application.Imports;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Insiders.Tests.Web.Hosting;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Without_an_endpoint_nothing_collects_and_nothing_is_sent()
    {
        await using var site = new SiteFactory();

        Assert.Null(site.Services.GetService<MeterProvider>());
        Assert.Null(site.Services.GetService<TracerProvider>());
    }

    [Fact]
    public async Task With_an_endpoint_the_traces_and_metrics_of_an_import_arrive_there()
    {
        var posted = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        await using var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            posted.AddOrUpdate(context.Request.Path, _ => Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
        await collector.StartAsync();
        await using var site = new SiteFactory();
        await site.InitializeAsync();
        site.Settings["Insiders:Telemetry:Endpoint"] = collector.Urls.First();
        site.Settings["Insiders:Telemetry:Protocol"] = "http/protobuf";
        site.Settings["OTEL_METRIC_EXPORT_INTERVAL"] = "200";
        site.Settings["OTEL_BSP_SCHEDULE_DELAY"] = "200";
        Directory.CreateDirectory(Path.Combine(site.DataFolder, "uploads"));
        await File.WriteAllTextAsync(
            Path.Combine(site.DataFolder, "uploads", "traced-job.upload"), "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,A,Cup,2,2020-01-02,1.50,17,France\n");
        await new ImportJobStore(Path.Combine(site.DataFolder, "insiders.db")).SaveAsync(new ImportJob("traced-job", "sales.csv", ImportJobState.Queued, "ana", SavedRuns.Noon), CancellationToken.None);

        _ = site.Services;

        // Other sites of this process count with the same meter: an import of theirs that failed may be told before this one has succeeded.
        for (var i = 0; i < 300 && !(Said("/v1/metrics", "insiders.import.duration") && Said("/v1/metrics", "insiders.import.rows") && Said("/v1/traces", "traced-job") && Said("/v1/traces", "succeeded")); i++)
        {
            await Task.Delay(100);
        }

        Assert.True(Said("/v1/traces", "insiders.import"), string.Join(", ", posted.Keys));
        Assert.True(Said("/v1/traces", "succeeded"));
        Assert.True(Said("/v1/metrics", "insiders.imports"), string.Join(", ", posted.Keys));
        Assert.True(Said("/v1/metrics", "insiders.import.rows"));

        bool Said(string path, string word) => posted.TryGetValue(path, out var bodies) && bodies.Contains(word, StringComparison.Ordinal);
    }
}
