using System.Net;
using System.Net.Sockets;

namespace Insiders.Web.Account.Passwords;

/// <summary>The origin of a request as rate limits count it.</summary>
public static class NetworkAddress
{
    private const int PrefixBytes = 8;

    /// <summary>The address of a visitor; for IPv6 only the prefix assigned to a household or office, which can use any address within it.</summary>
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
