using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Insiders.Web.Api;

/// <summary>How much of a request's body is read: little, unless the endpoint takes files and the person may send one.</summary>
public static class BodyLimits
{
    /// <summary>The longest body of every endpoint that does not ask for more by <see cref="IRequestSizeLimitMetadata"/>; any form of the site fits, and stays in memory.</summary>
    public const long Bytes = 64 * 1024;

    /// <summary>Sets the limit for whatever is mapped now or later.</summary>
    public static void LimitBodies(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = Bytes);
    }

    /// <summary>Answers 413 to a body that announces itself as too long, before a byte of it is read. One that does not say its length ends the reading at the limit.</summary>
    public static void UseBodyLimits(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // An endpoint that takes files refuses too long ones in its own words.
        var isTooLong = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is null
            && context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize
            && context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is null;
        if (!isTooLong)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
