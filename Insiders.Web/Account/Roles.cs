using Insiders.Core.Application.Access;

namespace Insiders.Web.Account;

/// <summary>Role names as stored in accounts and claims.</summary>
public static class Roles
{
    /// <summary>See <see cref="Role.Viewer"/>.</summary>
    public const string Viewer = nameof(Role.Viewer);

    /// <summary>See <see cref="Role.Analyst"/>.</summary>
    public const string Analyst = nameof(Role.Analyst);

    /// <summary>See <see cref="Role.Admin"/>.</summary>
    public const string Admin = nameof(Role.Admin);

    /// <summary>All roles, the least privileged first.</summary>
    public static IReadOnlyList<string> All { get; } = Enum.GetNames<Role>();
}
