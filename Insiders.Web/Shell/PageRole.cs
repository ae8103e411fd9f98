namespace Insiders.Web.Shell;

/// <summary>What a page asks of its visitor; each role may do what the ones before it may.</summary>
public enum PageRole
{
    /// <summary>Looks, filters, exports.</summary>
    Viewer,

    /// <summary>Imports, starts runs, edits segments.</summary>
    Analyst,

    /// <summary>Everything.</summary>
    Admin,
}
