using Microsoft.AspNetCore.Diagnostics;

namespace Insiders.Web.Account;

/// <summary>Security headers of every response.</summary>
public static class SecurityHeaders
{
    /// <summary>Adds the headers to every response, and HSTS outside development when the site is served over HTTPS.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.Use(async (context, next) =>
        {
            // The anti-forgery result belongs to the request that was refused, not to the page that explains the refusal.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;
            }

            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = PolicyFor(context.Request.Host.Value ?? "");
            headers.XContentTypeOptions = "nosniff";

            // A URL with a one-time token is never sent as a referrer, not even to this site.
            headers["Referrer-Policy"] = context.Request.Query.ContainsKey("token") ? "no-referrer" : "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            await next(context);
        });
    }

    /// <summary>The content security policy: everything from this host, nothing from others. Components and charts set inline styles, which needs 'unsafe-inline' for styles only.</summary>
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
