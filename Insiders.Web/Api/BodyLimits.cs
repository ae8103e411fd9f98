using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Insiders.Web.Api;

/// <summary>Limits the size of request bodies, except for endpoints that take files from people who may send them.</summary>
public static class BodyLimits
{
    /// <summary>Maximum body size of every endpoint that does not set a larger one with <see cref="IRequestSizeLimitMetadata"/>; every form of the site fits and stays in memory.</summary>
    public const long Bytes = 64 * 1024;

    /// <summary>Sets the limit for all endpoints.</summary>
    public static void LimitBodies(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = Bytes);
    }

    /// <summary>Answers 413 to a request whose declared length is too large, before reading any of it. A body of unknown length is read up to the limit.</summary>
    public static void UseBodyLimits(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // An endpoint that takes files refuses too large ones with its own message.
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
