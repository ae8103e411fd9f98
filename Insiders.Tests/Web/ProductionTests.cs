using System.Diagnostics;
using System.Net;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Cli;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Insiders.Tests.Web;

public sealed class ProductionTests
{
    [Theory]
    [InlineData("Production", "https://shop.example", true)]
    [InlineData("Production", "http://shop.example", false)]
    [InlineData("Development", "https://shop.example", false)]
    public async Task Outside_development_a_browser_that_came_by_https_is_told_to_stay_with_it(string environment, string address, bool told)
    {
        await using var site = new SiteFactory();
        site.Settings["environment"] = environment;
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(address) });

        Assert.Equal(told, (await client.GetAsync("/health/live")).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task An_address_that_tries_to_sign_in_too_often_has_to_wait()
    {
        await using var site = new SiteFactory();
        using var client = site.CreateClient();

        for (var i = 0; i < Accounts.TriesPerMinute; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await TryAsync()).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(AccountAddresses.SignIn)).StatusCode); // to look is not to try

        Task<HttpResponseMessage> TryAsync() => client.PostAsync(AccountAddresses.SignIn, new FormUrlEncodedContent([]));
    }

    [Fact]
    public async Task The_set_up_link_is_on_the_console_and_in_no_line_of_the_log()
    {
        using var data = new TempFolder();
        var start = new ProcessStartInfo("dotnet", [typeof(ServeCommand).Assembly.Location, "--data", data.Root, "--urls", "http://127.0.0.1:0", "--Insiders:Logs=json"]) { RedirectStandardOutput = true };
        using var server = Process.Start(start)!;
        var lines = new List<string>();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var link = "";
            while (link == "" && await server.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                lines.Add(line);
                link = line.Contains("token=", StringComparison.Ordinal) && !line.StartsWith('{') ? line.Trim() : "";
            }

            // The log is written by a thread of its own: the link is opened, and what came of it waited for.
            using var client = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(link, patience.Token)).StatusCode);
            server.Kill();
            lines.AddRange((await server.StandardOutput.ReadToEndAsync(patience.Token)).Split('\n'));

            var log = lines.Where(line => line.StartsWith('{')).ToArray();
            Assert.NotEmpty(log);
            Assert.DoesNotContain(log, line => line.Contains(link.Split("token=")[1], StringComparison.Ordinal));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }
}
