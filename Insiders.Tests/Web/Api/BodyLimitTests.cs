using System.Net;
using Insiders.Core.Application.Imports;
using Insiders.Core.Problems;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Api;
using Insiders.Web.Features.Settings;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Api;

/// <summary>What strangers and people may send, against a listening server: only it knows limits of bodies.</summary>
public sealed class BodyLimitTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Form = "Content-Type: multipart/form-data; boundary=xxxx";
    private const string FiveGigabytes = "Content-Length: 5368709120";

    private static readonly string[] s_takeFiles = ["/api/uploads", BackupEndpoints.Restore, "/setup/ledger"];

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/accept")]
    [InlineData("/setup")]
    [InlineData("/no-such-page")]
    [InlineData("/preferences/language")]
    public async Task A_stranger_s_five_gigabytes_are_refused_before_the_first_byte_of_them_is_sent(string address)
    {
        var answer = await RawRequest.SendAsync(site.Serve(), $"POST {address}", Form, FiveGigabytes);

        Assert.Equal(413, answer.Status);
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_ends_at_the_limit()
    {
        site.Serve();
        using var client = new HttpClient { BaseAddress = site.ClientOptions.BaseAddress };
        using var body = new StreamContent(new EndlessForm(40 * BodyLimits.Bytes));
        body.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = body };
        request.Headers.TransferEncodingChunked = true;

        try
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.SendAsync(request)).StatusCode);
        }
        catch (HttpRequestException cut) when (cut.InnerException is IOException)
        {
            // The site answered and closed the connection while the client was still sending: what it took ended there as well.
        }
    }

    [Fact]
    public async Task A_form_of_the_site_fits()
    {
        site.Serve();
        using var client = new HttpClient { BaseAddress = site.ClientOptions.BaseAddress };
        using var form = new FormUrlEncodedContent([new("Form.Email", new string('a', 60_000))]);

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/account/sign-in", form)).StatusCode);
    }

    [Fact]
    public async Task Only_three_addresses_take_more_and_none_of_them_from_a_stranger_or_a_viewer()
    {
        site.Serve();
        var more = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

        Assert.Equal(s_takeFiles, more.Order(StringComparer.Ordinal));
        var viewer = $"Cookie: {Accounts.CookieName}={await SignedIn.SessionAsync(site, Roles.Viewer)}";
        foreach (var address in s_takeFiles)
        {
            Assert.Equal(401, (await RawRequest.SendAsync(site.Serve(), $"POST {address}", Form, FiveGigabytes)).Status);
            Assert.Equal(403, (await RawRequest.SendAsync(site.Serve(), $"POST {address}", Form, FiveGigabytes, viewer)).Status);
        }
    }

    [Fact]
    public async Task Whoever_may_send_a_file_has_it_counted_against_the_free_space()
    {
        var free = new DriveInfo(site.DataFolder).AvailableFreeSpace;
        await using var large = new SiteFactory();
        large.Settings["Insiders:Upload:MaxMegabytes"] = "1000000000";
        await large.InitializeAsync();
        var address = large.Serve();
        var admin = $"Cookie: {Accounts.CookieName}={await SignedIn.SessionAsync(large, Roles.Admin)}";

        var answer = await RawRequest.SendAsync(address, $"POST {BackupEndpoints.Restore}", Form, $"Content-Length: {free * 2}", admin);

        Assert.Equal((302, true), (answer.Status, answer.Headers.Contains("/settings/backup?restore=refused", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_uploads_are_not_promised_the_same_bytes()
    {
        using var folder = new TempFolder();
        var free = new DriveInfo(folder.Root).AvailableFreeSpace;
        var area = new UploadFolder(new(folder.Root), new UploadSettings(long.MaxValue, 256L << 20), null!, Actors.Access, TimeProvider.System);

        var room = area.Admit((free / 2) + (64L << 20));
        Assert.Equal(ProblemCode.UploadNoRoom, Assert.Throws<UploadRefusedException>(() => area.Admit((free / 2) + (64L << 20))).Problem.Code);
        room.Dispose();

        area.Admit((free / 2) + (64L << 20)).Dispose();
    }

    /// <summary>A form field that goes on and on.</summary>
    private sealed class EndlessForm(long length) : MemoryStream([.. Enumerable.Repeat((byte)'a', (int)length)]);
}
