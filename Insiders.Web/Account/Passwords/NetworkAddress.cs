using System.Net;
using System.Net.Sockets;

namespace Insiders.Web.Account.Passwords;

/// <summary>Where a request comes from, as limits count it.</summary>
public static class NetworkAddress
{
    private const int PrefixBytes = 8;

    /// <summary>The address of a visitor; of IPv6 the part that a household or an office has of its own, since it can use any address within.</summary>
    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var address = context.Connection.RemoteIpAddress;
        if (address is null || address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return (address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address)?.ToString() ?? "";
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(PrefixBytes).Clear();
        return new IPAddress(bytes).ToString();
    }
}
