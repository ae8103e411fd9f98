using Insiders.Core.Application.Access;

namespace Insiders.Web.Account;

/// <summary>Roles as sign-ins and accounts spell them.</summary>
public static class Roles
{
    /// <summary>See <see cref="Role.Viewer"/>.</summary>
    public const string Viewer = nameof(Role.Viewer);

    /// <summary>See <see cref="Role.Analyst"/>.</summary>
    public const string Analyst = nameof(Role.Analyst);

    /// <summary>See <see cref="Role.Admin"/>.</summary>
    public const string Admin = nameof(Role.Admin);

    /// <summary>All, the one that may least first.</summary>
    public static IReadOnlyList<string> All { get; } = Enum.GetNames<Role>();
}
