namespace Insiders.Core.Application.Access;

/// <summary>What a person may do; each role includes the ones before it.</summary>
public enum Role
{
    /// <summary>May look, filter, export, and save views and audiences.</summary>
    Viewer,

    /// <summary>May also import, start and publish runs, edit segments, and share.</summary>
    Analyst,

    /// <summary>May do everything.</summary>
    Admin,
}
