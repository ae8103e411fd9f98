namespace Insiders.Web.Shell;

/// <summary>Lets pages of this site connect until the site is asked to stop, and lets go of them then.</summary>
/// <remarks>
/// SignalR ends its connections as soon as the site is asked to stop, but the server listens a moment longer, and a page whose connection
/// ends connects again at once: nobody would end that connection, and the server would wait for it as long as it waits for anything
/// (dotnet/aspnetcore#58947).
/// </remarks>
public sealed class CircuitGate(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    /// <summary>Where pages ask for a connection, and where they have it.</summary>
    private const string Connections = "/_blazor";

    /// <summary>Passes a request on, unless it is a page that connects while the site stops.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Request.Path.StartsWithSegments(Connections, StringComparison.Ordinal))
        {
            await next(context);
        }
        else if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (!IsOfThisSite(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            // SignalR does not know of one yet that has just come in: it ends all the same.
            await using var end = lifetime.ApplicationStopping.Register(context.Abort);
            await next(context);
        }
    }

    // A page of another site may open a connection here, cookies and all: browsers ask nobody about web sockets, but say where they come from.
    private static bool IsOfThisSite(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && Uri.TryCreate($"{from.Scheme}://{request.Host}", UriKind.Absolute, out var here)
            && string.Equals(from.Authority, here.Authority, StringComparison.OrdinalIgnoreCase));
}
