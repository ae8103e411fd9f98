namespace Insiders.Core.Application.Access;

/// <summary>Whether the owner of an account can sign in.</summary>
public enum PersonState
{
    /// <summary>Can sign in.</summary>
    Active,

    /// <summary>Has not accepted the invitation yet.</summary>
    Invited,

    /// <summary>Too many wrong passwords came from somewhere, and that source has to wait; the owner can still sign in.</summary>
    Paused,

    /// <summary>Locked by an administrator.</summary>
    Locked,
}
