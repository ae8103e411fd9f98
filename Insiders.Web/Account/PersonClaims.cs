using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Insiders.Web.Account;

/// <summary>The claims in a person's session cookie, in addition to id, e-mail address and security stamp.</summary>
public sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Person>(people, options)
{
    /// <summary>Their display name.</summary>
    public const string DisplayName = "display_name";

    /// <summary>The sign-in that the cookie came from; every browser has its own.</summary>
    public const string Session = "session";

    /// <inheritdoc/>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(identity.RoleClaimType, user.Role));
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        return identity;
    }
}
