using System.Net;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Shell;

public sealed class CircuitGateTests
{
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);

    [Fact]
    public async Task A_page_cannot_connect_again_while_the_site_stops()
    {
        await using var site = new SiteFactory();
        await site.InitializeAsync();
        using var client = await site.ClientAsync(Roles.Viewer);
        var lifetime = site.Services.GetRequiredService<IHostApplicationLifetime>();
        var stopping = new TaskCompletionSource<HttpStatusCode>(TaskCreationOptions.RunContinuationsAsynchronously);

        // Held up here, the server listens still: this is the moment in which a page used to come back.
        using var held = lifetime.ApplicationStopping.Register(() => stopping.SetResult(ConnectAsync().GetAwaiter().GetResult()));
        var before = await ConnectAsync();
        await Task.Run(lifetime.StopApplication);

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await stopping.Task);

        async Task<HttpStatusCode> ConnectAsync()
        {
            using var answer = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("/_blazor", true)]
    [InlineData("/exports/customers.csv", false)]
    public async Task A_connection_ends_when_the_site_is_asked_to_stop_and_what_else_is_under_way_does_not(string path, bool ends)
    {
        var context = new DefaultHttpContext { Request = { Path = path } };
        var aborts = new CountedAborts();
        context.Features.Set<IHttpRequestLifetimeFeature>(aborts);
        var answered = new TaskCompletionSource();
        var request = new CircuitGate(_ => answered.Task, _lifetime).InvokeAsync(context);

        _lifetime.StopApplication();

        Assert.Equal(ends ? 1 : 0, aborts.Count);
        answered.SetResult();
        await request;
        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
    }

    private sealed class CountedAborts : IHttpRequestLifetimeFeature
    {
        public int Count { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => Count++;
    }
}
