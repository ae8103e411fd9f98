using Insiders.Core.Application.Settings;
using Microsoft.AspNetCore.Identity;

namespace Insiders.Web.Account;

/// <summary>Somebody who may sign in. The e-mail address is the user name; nobody without a password hash has accepted an invitation yet.</summary>
public sealed class Person : IdentityUser
{
    /// <summary>How the screens call them.</summary>
    public required string DisplayName { get; set; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public required string Role { get; set; }

    /// <summary>The language they chose, as a culture's name; null as the browser says.</summary>
    public string? Language { get; set; }

    /// <summary>The theme they chose.</summary>
    public ThemeChoice Theme { get; set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When they last signed in; null when never.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }
}
