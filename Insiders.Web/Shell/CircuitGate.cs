namespace Insiders.Web.Shell;

/// <summary>Lets pages of this site connect until the site is asked to stop, and then closes their connections.</summary>
/// <remarks>
/// SignalR closes its connections as soon as the site is asked to stop, but the server listens a moment longer, and a page whose connection
/// was closed reconnects at once. Nothing would close that connection, and the server would wait for it until its shutdown timeout
/// (dotnet/aspnetcore#58947).
/// </remarks>
public sealed class CircuitGate(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    /// <summary>The paths on which pages negotiate and hold a connection.</summary>
    private const string Connections = "/_blazor";

    /// <summary>Passes a request on, unless it is a page connecting while the site stops.</summary>
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
            // SignalR does not yet know a connection that has just arrived, so it is aborted here.
            await using var end = lifetime.ApplicationStopping.Register(context.Abort);
            await next(context);
        }
    }

    // A page of another site could open a connection with the user's cookies: browsers do not restrict web sockets by origin, but they do send the origin.
    private static bool IsOfThisSite(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && Uri.TryCreate($"{from.Scheme}://{request.Host}", UriKind.Absolute, out var here)
            && string.Equals(from.Authority, here.Authority, StringComparison.OrdinalIgnoreCase));
}
