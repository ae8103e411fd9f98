using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Web.Account;
using Insiders.Web.Components;
using Insiders.Web.Navigation;
using Microsoft.Net.Http.Headers;

namespace Insiders.Web.Features.Explore;

/// <summary>What the browser draws the map of customers from: plain numbers over HTTP, for a circuit's messages could not hold them.</summary>
/// <remarks>Little-endian floats of four bytes, or bytes, one per customer in the order of the run. Each answer has an ETag of its content.</remarks>
public static class ExploreEndpoints
{
    /// <summary>Two floats per customer: the coordinates.</summary>
    public const string Points = "/explore/points";

    /// <summary>One float per customer: segment, cluster or a feature, as the query <c>of</c> says.</summary>
    public const string Values = "/explore/values";

    /// <summary>One float per customer, 0 to 1: the third direction by the feature that the query <c>of</c> names.</summary>
    public const string Depths = "/explore/depths";

    /// <summary>One byte per customer: who is picked (2), seen (1) or neither (0) by the page's own query.</summary>
    public const string Mask = "/explore/mask";

    /// <summary>Adds the addresses.</summary>
    public static void MapExplore(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Points, (HttpContext context, PublishedRunCache cache, CancellationToken ct) => SendAsync(context, cache, "points", CustomerPick.Points, ct)).RequireAuthorization(Policies.View);
        endpoints.MapGet(Values, (HttpContext context, PublishedRunCache cache, string of, CancellationToken ct)
            => SendAsync(context, cache, $"values {of}", customers => of is ExploreQuery.Segments or ExploreQuery.Clusters || customers.Has(of) ? CustomerPick.Values(customers, of) : null, ct)).RequireAuthorization(Policies.View);
        endpoints.MapGet(Depths, (HttpContext context, PublishedRunCache cache, string of, CancellationToken ct)
            => SendAsync(context, cache, $"depths {of}", customers => customers.Has(of) ? CustomerPick.Depths(customers, of) : null, ct)).RequireAuthorization(Policies.View);
        endpoints.MapGet(Mask, MaskAsync).RequireAuthorization(Policies.View);
    }

    private static async Task<IResult> SendAsync(HttpContext context, PublishedRunCache cache, string name, Func<CustomerTable, float[]?> numbers, CancellationToken cancellationToken)
    {
        if (await cache.FindAsync(cancellationToken) is not { } published)
        {
            return Results.NotFound();
        }

        var files = published.Derive(static _ => new NumbersFiles()).ByName;
        if (!files.TryGetValue(name, out var file))
        {
            if (numbers(published.Customers) is not { } made)
            {
                return Results.NotFound();
            }

            file = NumbersFile.Of(MemoryMarshal.AsBytes(made.AsSpan()).ToArray());
            files[name] = file;
        }

        return Send(context, file);
    }

    private static async Task<IResult> MaskAsync(HttpContext context, PublishedRunCache cache, AudienceService audiences, CancellationToken cancellationToken)
    {
        if (await cache.FindAsync(cancellationToken) is not { } published)
        {
            return Results.NotFound();
        }

        var state = ExploreQuery.Read(AddressQuery.Of(context.Request.QueryString.Value ?? ""), published.Customers);
        var audience = await audiences.FindPresenceAsync(context.User.ToActor(), state.AudienceId, published.Customers, cancellationToken);
        return Send(context, NumbersFile.Of(CustomerPick.Of(published.Customers, state, audience?.Rows).Mask(published.Customers.Count)));
    }

    private static IResult Send(HttpContext context, NumbersFile file)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(file.Bytes, "application/octet-stream", entityTag: new EntityTagHeaderValue(file.Tag));
    }

    private sealed class NumbersFiles
    {
        public ConcurrentDictionary<string, NumbersFile> ByName { get; } = new(StringComparer.Ordinal);
    }

    private sealed record NumbersFile(byte[] Bytes, string Tag)
    {
        public static NumbersFile Of(byte[] bytes) => new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
    }
}
