namespace Insiders.Core.Application.Access;

/// <summary>What a person may do; each role includes the ones before it.</summary>
public enum Role
{
    /// <summary>Looks, filters, exports, saves views and audiences.</summary>
    Viewer,

    /// <summary>Imports, starts and publishes runs, edits segments, shares.</summary>
    Analyst,

    /// <summary>Everything.</summary>
    Admin,
}
