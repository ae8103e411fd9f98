using Insiders.Core.Application.Settings;
using Microsoft.AspNetCore.Identity;

namespace Insiders.Web.Account;

/// <summary>An account. The e-mail address is the user name; an account without a password hash has not accepted its invitation yet.</summary>
public sealed class Person : IdentityUser
{
    /// <summary>Their display name.</summary>
    public required string DisplayName { get; set; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public required string Role { get; set; }

    /// <summary>The language they chose, as a culture name; null to follow the browser.</summary>
    public string? Language { get; set; }

    /// <summary>The theme they chose.</summary>
    public ThemeChoice Theme { get; set; }

    /// <summary>When the account was created.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When they last signed in; null if never.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }
}
