using Insiders.Core.Application.Access;

namespace Insiders.Web.Account;

/// <summary>Names of the authorization policies, as used in <c>[Authorize(Policy = …)]</c>.</summary>
public static class Policies
{
    /// <summary>Any signed-in person.</summary>
    public const string View = "view";

    /// <summary>An analyst or administrator.</summary>
    public const string Analyse = "analyse";

    /// <summary>An administrator.</summary>
    public const string Administer = "administer";

    /// <summary>The policy that admits a role and all roles above it.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Admin => Administer,
        Role.Analyst => Analyse,
        _ => View,
    };
}
