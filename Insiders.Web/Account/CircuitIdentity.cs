using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Insiders.Web.Account;

/// <summary>The identity behind an open page, validated again every few seconds and whenever a sign-in ends, so that signing out reaches every tab.</summary>
public sealed class CircuitIdentity : RevalidatingServerAuthenticationStateProvider
{
    private static readonly Task<AuthenticationState> s_nobody = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity())));
    private readonly SessionCheck _check;
    private readonly IDisposable _watch;

    /// <summary>Starts watching for ended sign-ins.</summary>
    public CircuitIdentity(ILoggerFactory logs, SessionCheck check, Sessions sessions)
        : base(logs)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        _check = check;
        _watch = sessions.Watch(() => _ = LookAgainAsync());
    }

    /// <inheritdoc/>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authenticationState);
        try
        {
            return await _check.HoldsAsync(authenticationState.User);
        }
        catch (ObjectDisposedException)
        {
            // The site is shutting down, and this page goes with it.
            return true;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _watch.Dispose();
        base.Dispose(disposing);
    }

    private async Task LookAgainAsync()
    {
        try
        {
            var state = await GetAuthenticationStateAsync();
            if (state.User.Identity?.IsAuthenticated == true && !await ValidateAuthenticationStateAsync(state, CancellationToken.None))
            {
                SetAuthenticationState(s_nobody);
            }
        }
        catch (InvalidOperationException)
        {
            // The page is being rendered for the first time and has no identity yet; its request was already checked.
        }
    }
}
