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
}
