
namespace Insiders.Core.Application.Access;

/// <summary>A change an administrator makes to an account.</summary>
/// <param name="Name">The owner's display name.</param>
public abstract record PersonChange(string Name)
{
    /// <summary>Creates an account and an invitation link.</summary>
    public sealed record Invite(string Name, string Email, string Role) : PersonChange(Name);

    /// <summary>Assigns another role.</summary>
    public sealed record Promote(string Id, string Name, string Role) : PersonChange(Name);

    /// <summary>Blocks sign-in until the account is unlocked.</summary>
    public sealed record Lock(string Id, string Name) : PersonChange(Name);

    /// <summary>Allows sign-in again.</summary>
    public sealed record Unlock(string Id, string Name) : PersonChange(Name);

    /// <summary>Creates a link to set a new password.</summary>
    public sealed record Reset(string Id, string Name) : PersonChange(Name);
}
