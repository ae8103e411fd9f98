using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Composition;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Contracts;

/// <summary>
/// What every address of the running site must satisfy for any visitor, method and parameter values: no 5xx, no access without the required
/// role, no redirect off the site. The addresses are those that the site maps, so that new ones are covered automatically.
/// </summary>
public sealed partial class EndpointContract(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly string[] s_methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    private static readonly string[] s_hostile =
    [
        "99999999999999999999999999", "-1", "%00", "%2F%09%2Fhost.example", "%2FS%C3%A3o", "%zz", "%C3", "%2F%2Fhost.example", "%5C%5Chost.example%5C", "https%3A%2F%2Fhost.example", "S%C3%A3o%20%F0%9F%8E%81",
        "%27%3B%20DROP%20TABLE%20runs--", "..%2F..%2Fetc%2Fpasswd", "NaN", "%3Cscript%3E", "2017-02-31", "1e400..NaN", "",
    ];

    [Fact]
    public async Task No_address_fails_lets_the_wrong_role_in_or_leads_off_the_site()
    {
        site.Serve();
        var keys = QueryKeys();
        Assert.Contains("back", keys);
        Assert.Contains("page", keys);
        var endpoints = Endpoints();
        Assert.True(endpoints.Length > 60, $"{endpoints.Length} addresses");
        var requests = new List<Try>();
        foreach (var endpoint in endpoints)
        {
            var allowed = await RolesAsync(endpoint);
            foreach (var role in (string?[])[null, .. Roles.All])
            {
                // A visitor with access gets every value of an address parsed; one without access gets none, so a single value is enough.
                var mayEnter = allowed is null || allowed.Contains(role);
                foreach (var (hostile, at) in s_hostile.Select((hostile, at) => (hostile, at)).Where(value => role == Roles.Admin || value.at % (mayEnter ? 4 : 12) == 0))
                {
                    requests.Add(new(role, "GET", Address(endpoint, hostile, keys), mayEnter));
                }

                requests.AddRange(s_methods.Where(method => method != "GET").Select((method, at) => new Try(role, method, Address(endpoint, s_hostile[at * 2], []), mayEnter)));
            }
        }

        var clients = new Dictionary<string, HttpClient>();
        foreach (var role in (string?[])[null, .. Roles.All])
        {
            clients[role ?? ""] = await ClientAsync(role);
        }

        var (forgeryCookie, forgeryToken) = await ForgeryAsync(clients[Roles.Admin]);
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, cancellationToken) =>
        {
            using var request = new HttpRequestMessage(new HttpMethod(one.Method), new Uri(site.ClientOptions.BaseAddress, "/")) { RequestUri = Plain(one.Address) };
            if (one.Method is "POST" or "PUT" or "PATCH")
            {
                request.Content = new FormUrlEncodedContent([new("back", "/\t/host.example"), new("start", "\u0007"), new("Form.Email", "\0@x"), new("Form.Password", new string('ã', 300))]);
            }

            if (one is { Method: "POST", Role: Roles.Admin })
            {
                // Sent as a page of the site would send it, so that the endpoint reads the form; in a session of its own, because one of the endpoints ends it.
                request.Headers.Add("RequestVerificationToken", forgeryToken);
                request.Headers.Add("Cookie", $"{Accounts.CookieName}={await SignedIn.SessionAsync(site, Roles.Admin)}; {forgeryCookie}");
            }

            using var answer = await clients[one.Role ?? ""].SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var status = (int)answer.StatusCode;
            var location = answer.Headers.Location;
            var toSignIn = location?.OriginalString.Contains(AccountAddresses.SignIn, StringComparison.Ordinal) == true;
            var fault = status >= 500 && status != 501 ? "fails"
                : !one.MayEnter && status < 400 && !toSignIn ? "lets the wrong role in"
                : location is not null && new Uri(site.ClientOptions.BaseAddress, location).Authority != site.ClientOptions.BaseAddress.Authority ? $"leads to {location}"
                : null;
            if (fault is not null)
            {
                faults.Add($"{one.Role ?? "nobody"} {one.Method} {one.Address} {status} {fault}");
            }
        });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal).Take(40)));
    }

    /// <summary>Keeps the address as written: <see cref="Uri"/> would normalise and escape hostile parts of it.</summary>
    private Uri Plain(string address) =>
        new(site.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority) + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private RouteEndpoint[] Endpoints() =>
    [
        .. site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .DistinctBy(endpoint => (endpoint.RoutePattern.RawText, string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])))
            .Where(endpoint => endpoint.Metadata.All(item => item.GetType().Name != "StaticAssetDescriptor")),
    ];

    private static string Address(RouteEndpoint endpoint, string hostile, string[] keys)
    {
        var path = RouteParameter().Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), hostile);
        return keys.Length == 0 ? path : path + "?" + string.Join('&', keys.Select(key => $"{key}={hostile}"));
    }

    /// <summary>The keys that pages and endpoints read from addresses: parameters of pages and handlers, and key constants.</summary>
    private static string[] QueryKeys()
    {
        var types = typeof(Site).Assembly.GetTypes();
        var ofPages = types.SelectMany(type => type.GetProperties()).Select(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()?.Name);
        var constants = types.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.IsLiteral && field.FieldType == typeof(string) && (field.Name.EndsWith("Key", StringComparison.Ordinal) || field.DeclaringType!.Name.EndsWith("Address", StringComparison.Ordinal)))
            .Select(field => (string?)field.GetRawConstantValue());
        return [.. ofPages.Concat(constants).Append("culture").Append("of").Append("sep").Append("dec").Append("run").Append("import").OfType<string>()
            .Where(key => key.Length is > 0 and < 20 && key.All(char.IsAsciiLetter)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Roles that have access; null when everyone does.</summary>
    private async Task<string[]?> RolesAsync(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return null;
        }

        var policies = site.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var policy = await AuthorizationPolicy.CombineAsync(policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()) ?? await policies.GetFallbackPolicyAsync();
        return [.. Roles.All.Where(role => policy is not null && policy.Requirements.OfType<RolesAuthorizationRequirement>().All(needed => needed.AllowedRoles.Contains(role)))];
    }

    private async Task<HttpClient> ClientAsync(string? role)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None }) { Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Add("Accept", "text/html, */*");
        if (role is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"{Accounts.CookieName}={await SignedIn.SessionAsync(site, role)}");
        }

        return client;
    }

    private async Task<(string Cookie, string Token)> ForgeryAsync(HttpClient admin)
    {
        using var answer = await admin.GetAsync(new Uri(site.ClientOptions.BaseAddress, "/api/uploads/token"));
        return (answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.Contains("Antiforgery", StringComparison.Ordinal)).Split(';')[0], await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex RouteParameter();

    private sealed record Try(string? Role, string Method, string Address, bool MayEnter);
}
