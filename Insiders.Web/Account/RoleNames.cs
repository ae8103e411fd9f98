namespace Insiders.Web.Account;

/// <summary>Display names of the roles.</summary>
public static class RoleNames
{
    /// <summary>A role's name in the current language.</summary>
    public static string Of(string? role) => role switch
    {
        Roles.Admin => Texts.RoleAdmin,
        Roles.Analyst => Texts.RoleAnalyst,
        _ => Texts.RoleViewer,
    };

    /// <summary>A sentence on what the role may do.</summary>
    public static string HintOf(string? role) => role switch
    {
        Roles.Admin => Texts.RoleAdminHint,
        Roles.Analyst => Texts.RoleAnalystHint,
        _ => Texts.RoleViewerHint,
    };
}
