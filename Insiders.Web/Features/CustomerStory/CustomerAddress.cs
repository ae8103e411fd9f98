using Insiders.Web.Navigation;
using Microsoft.AspNetCore.Http.Features;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Reads the customer id from an address. An id may be any text, so it is read from the address as the browser sent it.</summary>
/// <remarks>
/// The server decodes the path of a request except <c>%2F</c>, so that the ids <c>a/b</c> and <c>a%2Fb</c> cannot be told apart in it; the request line
/// still distinguishes them. Browsers resolve a segment of only dots as a folder, so such ids are in the query.
/// </remarks>
public static class CustomerAddress
{
    /// <summary>The customer id in an address; empty when there is none.</summary>
    /// <param name="address">An absolute address, or one relative to the root.</param>
    public static string IdOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        const string Folder = "/customers/";
        var path = address.Split('?', '#')[0];
        var start = path.IndexOf(Folder, StringComparison.OrdinalIgnoreCase);
        var id = start < 0 ? "" : Uri.UnescapeDataString(path[(start + Folder.Length)..]);
        return id == Links.IdInQuery && AddressQuery.Of(address).Find(Links.IdKey) is { } other ? other : id;
    }

    /// <summary>The address of a request as it was sent.</summary>
    public static string Written(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } written ? written : $"{context.Request.Path}{context.Request.QueryString}";
    }
}
