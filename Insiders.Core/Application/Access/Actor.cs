namespace Insiders.Core.Application.Access;

/// <summary>Who acts: a person, or the program itself.</summary>
/// <param name="Id">The account's id; that of nobody is empty.</param>
/// <param name="Name">What the audit calls them.</param>
/// <param name="Role">The role they act in. Whether the account still has it is asked anew by every use case.</param>
public sealed record Actor(string Id, string Name, Role Role)
{
    /// <summary>The program, for what nobody asked for in person.</summary>
    public static Actor Program { get; } = new("program", "Insiders", Role.Admin);

    /// <summary>The schedule of runs.</summary>
    public static Actor Schedule { get; } = new("schedule", "Schedule", Role.Admin);

    /// <summary>Nobody: every use case refuses.</summary>
    public static Actor Nobody { get; } = new("", "", Role.Viewer);

    /// <summary>True for the program, which has no account to be asked about.</summary>
    public bool IsProgram => ReferenceEquals(this, Program) || ReferenceEquals(this, Schedule);
}
