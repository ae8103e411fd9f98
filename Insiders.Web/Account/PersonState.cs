namespace Insiders.Web.Account;

/// <summary>Whether somebody can sign in.</summary>
public enum PersonState
{
    /// <summary>They can.</summary>
    Active,

    /// <summary>They have not accepted the invitation yet.</summary>
    Invited,

    /// <summary>Too many wrong passwords; it passes by itself.</summary>
    Paused,

    /// <summary>An administrator locked the account.</summary>
    Locked,
}
