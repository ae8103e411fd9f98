using Insiders.Core.Application.Access;

namespace Insiders.Web.Account;

/// <summary>What a page or endpoint asks of a person, as named in its <c>[Authorize(Policy = …)]</c>.</summary>
public static class Policies
{
    /// <summary>Any signed-in person.</summary>
    public const string View = "view";

    /// <summary>An analyst or administrator.</summary>
    public const string Analyse = "analyse";

    /// <summary>An administrator.</summary>
    public const string Administer = "administer";

    /// <summary>What lets a role in, and those that include it.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Admin => Administer,
        Role.Analyst => Analyse,
        _ => View,
    };
}
