using System.Security.Claims;
using System.Threading.RateLimiting;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Disk;
using Insiders.Web.Account.Passwords;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Insiders.Web.Account;

/// <summary>Sets up authentication: accounts, cookie, policies, and limits on password guessing.</summary>
public static class Accounts
{
    /// <summary>Name of the rate limit on sign-in, per person where the browser is recognised and per network address otherwise.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>The name of the session cookie.</summary>
    public const string CookieName = "insiders-session";

    /// <summary>How long an invitation or a reset link is valid.</summary>
    public static TimeSpan LinkLifetime { get; } = TimeSpan.FromDays(3);

    /// <summary>How long a session cookie is valid after it was last renewed.</summary>
    public static TimeSpan SessionLifetime { get; } = TimeSpan.FromDays(14);

    /// <summary>Attempts to sign in or to use a link that a person or a network address has per minute.</summary>
    public const int TriesPerMinute = 30;

    /// <summary>Registers the services of this room.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder, DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddDbContext<PeopleContext>(options => PeopleContext.Configure(options, folder));
        services.AddSingleton<Sessions>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<SessionCheck>();
        services.AddSingleton<AccountQueries>();
        services.AddSingleton<IAccounts>(provider => provider.GetRequiredService<AccountQueries>());
        services.AddSingleton<PasswordAttempts>();
        services.AddSingleton<PeopleDirectory>();
        services.AddScoped<SignInService>();
        services.AddSingleton<IPeople>(provider => provider.GetRequiredService<PeopleDirectory>());
        services.AddSingleton<PeopleService>();
        services.AddIdentityCore<Person>(Rule)
            .AddSignInManager()
            .AddEntityFrameworkStores<PeopleContext>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddErrorDescriber<AccountErrors>()
            .AddTokenProvider<DataProtectorTokenProvider<Person>>(TokenOptions.DefaultProvider);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = LinkLifetime);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, KeepSession);
        services.AddAuthorization(Allow);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitIdentity>();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(SignInLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    VisitorOf(context),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("reading"));
        });
    }

    /// <summary>Adds authentication and authorization before all mapped endpoints.</summary>
    /// <param name="app">The site.</param>
    /// <param name="between">Middleware to add between authentication and authorization.</param>
    public static void UseAccounts(this WebApplication app, Action<WebApplication> between)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(between);
        app.UseAuthentication();
        between(app);
        app.UseAuthorization();
        app.UseRateLimiter();
    }

    private static void Rule(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";

        // Length is what protects a password; required symbols make people append "1!".
        options.Password.RequiredLength = 10;
        options.Password.RequiredUniqueChars = 4;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }

    // A flood from one network, or through an unconfigured proxy, must not lock out people whose browser is recognised.
    private static string VisitorOf(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? "person " + id
        : RecognisedBrowser.PersonOf(context) is { } known ? "browser " + known
        : "address " + NetworkAddress.Of(context);

    private static void KeepSession(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = SessionLifetime;
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
        cookie.Events.OnRedirectToLogin = context =>
        {
            var request = context.Request;
            var isPage = HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
            if (isPage)
            {
                context.Response.Redirect(AccountAddresses.SignInFor(request.Path + request.QueryString.Value));
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }

            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    // An address without a policy of its own is for signed-in people only.
    private static void Allow(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy;
        options.AddPolicy(Policies.View, policy => policy.RequireRole(Roles.Viewer, Roles.Analyst, Roles.Admin));
        options.AddPolicy(Policies.Analyse, policy => policy.RequireRole(Roles.Analyst, Roles.Admin));
        options.AddPolicy(Policies.Administer, policy => policy.RequireRole(Roles.Admin));
    }
}
