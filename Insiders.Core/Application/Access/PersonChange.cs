
namespace Insiders.Core.Application.Access;

/// <summary>Something an administrator wants done to an account.</summary>
/// <param name="Name">How the screens call its owner.</param>
public abstract record PersonChange(string Name)
{
    /// <summary>A new account and a link to it.</summary>
    public sealed record Invite(string Name, string Email, string Role) : PersonChange(Name);

    /// <summary>Another role.</summary>
    public sealed record Promote(string Id, string Name, string Role) : PersonChange(Name);

    /// <summary>Out until unlocked.</summary>
    public sealed record Lock(string Id, string Name) : PersonChange(Name);

    /// <summary>In again.</summary>
    public sealed record Unlock(string Id, string Name) : PersonChange(Name);

    /// <summary>A link to set a new password.</summary>
    public sealed record Reset(string Id, string Name) : PersonChange(Name);
}
