using System.Text;

namespace Insiders.Web.Hosting.Data;

/// <summary>Answers with one sentence while the data folder is not there.</summary>
public sealed class DataFolderGate(RequestDelegate next, DataFolderWatch watch)
{
    /// <summary>Lets a request pass, or answers it.</summary>
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
