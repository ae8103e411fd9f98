namespace Insiders.Web.Shell.Shortcuts;

/// <summary>What a shortcut does.</summary>
public enum ShortcutAct
{
    /// <summary>Goes to a page.</summary>
    Go,

    /// <summary>Opens the search.</summary>
    Search,

    /// <summary>Switches between light and dark.</summary>
    Theme,

    /// <summary>Opens the list of shortcuts.</summary>
    Sheet,

    /// <summary>Moves the projection of customers, which listens by itself while it has the focus.</summary>
    Map,

    /// <summary>Closes what is open; handled by the browser.</summary>
    Close,
}
