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

    /// <summary>Follows the link of the page that is marked with the key; nothing happens on a page without one.</summary>
    Follow,

    /// <summary>Closes what is open; handled by the browser.</summary>
    Close,
}
