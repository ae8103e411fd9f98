namespace Insiders.Web.Account;

/// <summary>What the roles are called on screens.</summary>
public static class RoleNames
{
    /// <summary>A role's name in the language of the moment.</summary>
    public static string Of(string? role) => role switch
    {
        Roles.Admin => Texts.RoleAdmin,
        Roles.Analyst => Texts.RoleAnalyst,
        _ => Texts.RoleViewer,
    };

    /// <summary>What it may, as one sentence.</summary>
    public static string HintOf(string? role) => role switch
    {
        Roles.Admin => Texts.RoleAdminHint,
        Roles.Analyst => Texts.RoleAnalystHint,
        _ => Texts.RoleViewerHint,
    };
}
