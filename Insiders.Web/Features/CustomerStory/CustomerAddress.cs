using Insiders.Web.Navigation;
using Microsoft.AspNetCore.Http.Features;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Which customer an address is about. Ids are any text, so they are read from the address as the browser wrote it.</summary>
/// <remarks>
/// A server decodes the path of a request but for <c>%2F</c>, so that <c>a/b</c> and <c>a%2Fb</c> look alike in it; the request line
/// still tells them apart. A path that is only dots means another folder to browsers: those ids travel in the query.
/// </remarks>
public static class CustomerAddress
{
    /// <summary>The customer of an address; empty for none.</summary>
    /// <param name="address">Whole, or from the root.</param>
    public static string IdOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        const string Folder = "/customers/";
        var path = address.Split('?', '#')[0];
        var start = path.IndexOf(Folder, StringComparison.OrdinalIgnoreCase);
        var id = start < 0 ? "" : Uri.UnescapeDataString(path[(start + Folder.Length)..]);
        return id == Links.IdInQuery && AddressQuery.Of(address).Find(Links.IdKey) is { } other ? other : id;
    }

    /// <summary>The address of a request as it was written.</summary>
    public static string Written(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } written ? written : $"{context.Request.Path}{context.Request.QueryString}";
    }
}
