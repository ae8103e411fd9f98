namespace Insiders.Core.Application.Access;

/// <summary>Whether somebody can sign in.</summary>
public enum PersonState
{
    /// <summary>They can.</summary>
    Active,

    /// <summary>They have not accepted the invitation yet.</summary>
    Invited,

    /// <summary>Somebody tries wrong passwords and has to wait; the owner signs in all the same.</summary>
    Paused,

    /// <summary>An administrator locked the account.</summary>
    Locked,
}
