using Microsoft.AspNetCore.Diagnostics;

namespace Insiders.Web.Account;

/// <summary>What every answer tells the browser not to do.</summary>
public static class SecurityHeaders
{
    /// <summary>Sends the headers with every answer; HTTPS only from then on, outside development, where the site is served by HTTPS.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.Use(async (context, next) =>
        {
            // A page that explains a refusal is read, not posted to: the anti-forgery check was for the request that was refused.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;
            }

            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = PolicyFor(context.Request.Host.Value ?? "");
            headers.XContentTypeOptions = "nosniff";

            // An address with a one-time token in it is not told to anybody, not even to this site.
            headers["Referrer-Policy"] = context.Request.Query.ContainsKey("token") ? "no-referrer" : "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            await next(context);
        });
    }

    /// <summary>Everything from this host, nothing from others. Components and charts set styles on their elements, which needs 'unsafe-inline' for styles only.</summary>
    private static string PolicyFor(string host) => string.Join("; ",
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        $"connect-src 'self' ws://{host} wss://{host}",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");
}
