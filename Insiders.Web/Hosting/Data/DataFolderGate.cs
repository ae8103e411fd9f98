using System.Text;

namespace Insiders.Web.Hosting.Data;

/// <summary>Answers requests with one sentence while the data folder is missing.</summary>
public sealed class DataFolderGate(RequestDelegate next, DataFolderWatch watch)
{
    /// <summary>Passes a request on, or answers it while the folder is missing.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!watch.IsGone || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Texts.DataFolderGone, Encoding.UTF8, context.RequestAborted);
    }
}
