using System.Net;
using Insiders.Core.Problems;
using Microsoft.AspNetCore.HttpOverrides;

namespace Insiders.Web.Account;

/// <summary>The proxies in front of the site. Only their headers about a visitor's address, scheme and host are trusted.</summary>
/// <remarks>The setting <c>Insiders:Proxies</c>: addresses and networks, such as <c>127.0.0.1, 10.0.0.0/8</c>, or a list of them.</remarks>
public static class Proxies
{
    /// <summary>The setting.</summary>
    public const string Setting = "Insiders:Proxies";

    private static readonly char[] s_between = [',', ';', ' '];

    /// <summary>Registers the configured proxies.</summary>
    /// <exception cref="RefusedException">An entry is neither an address nor a network.</exception>
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var named = Named(builder.Configuration);
        var networks = named.Select(Network).ToArray();
        var hosts = (builder.Configuration["AllowedHosts"] ?? "*").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = networks.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in networks)
            {
                options.KnownIPNetworks.Add(network);
            }

            // A chain of proxies is followed as long as they are configured; the first address that is not is the visitor's.
            options.ForwardLimit = null;
            foreach (var host in hosts.Contains("*") ? [] : hosts)
            {
                options.AllowedHosts.Add(host);
            }
        });
    }

    private static string[] Named(ConfigurationManager configuration)
    {
        var section = configuration.GetSection(Setting);
        return [.. section.GetChildren().Select(child => child.Value).Prepend(section.Value).SelectMany(text => (text ?? "").Split(s_between, StringSplitOptions.RemoveEmptyEntries))];
    }

    private static System.Net.IPNetwork Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : System.Net.IPNetwork.TryParse(text, out var network) ? network
        : throw new RefusedException($"{Setting} lists the proxies in front of the site by address or network, such as 127.0.0.1 or 10.0.0.0/8; '{text}' is neither.");
}
