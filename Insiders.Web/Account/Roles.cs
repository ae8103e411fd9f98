namespace Insiders.Web.Account;

/// <summary>The three roles a person can have; each includes the one before.</summary>
public static class Roles
{
    /// <summary>Looks, filters, exports, saves views.</summary>
    public const string Viewer = "Viewer";

    /// <summary>Also imports, starts runs, edits segments.</summary>
    public const string Analyst = "Analyst";

    /// <summary>Everything.</summary>
    public const string Admin = "Admin";

    /// <summary>All, the one that may least first.</summary>
    public static IReadOnlyList<string> All { get; } = [Viewer, Analyst, Admin];
}
