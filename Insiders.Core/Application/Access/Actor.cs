namespace Insiders.Core.Application.Access;

/// <summary>Who acts: a person, or the program itself.</summary>
/// <param name="Id">The account's id; empty for <see cref="Nobody"/>.</param>
/// <param name="Name">What the audit calls them.</param>
/// <param name="Role">The role they act in. Every use case checks again whether the account still has it.</param>
public sealed record Actor(string Id, string Name, Role Role)
{
    /// <summary>The program itself, for work that no person asked for.</summary>
    public static Actor Program { get; } = new("program", "Insiders", Role.Admin);

    /// <summary>The schedule of runs.</summary>
    public static Actor Schedule { get; } = new("schedule", "Schedule", Role.Admin);

    /// <summary>The folder from which sales are loaded by themselves.</summary>
    public static Actor WatchedFolder { get; } = new("watched-folder", "Watched folder", Role.Admin);

    /// <summary>A visitor who is not signed in; every use case refuses it.</summary>
    public static Actor Nobody { get; } = new("", "", Role.Viewer);

    /// <summary>True for the program, which has no account to check.</summary>
    public bool IsProgram => ReferenceEquals(this, Program) || ReferenceEquals(this, Schedule) || ReferenceEquals(this, WatchedFolder);
}
