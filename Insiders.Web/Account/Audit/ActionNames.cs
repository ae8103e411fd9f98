using System.Globalization;

namespace Insiders.Web.Account.Audit;

/// <summary>Display names of audit actions.</summary>
public static class ActionNames
{
    /// <summary>An action's name: the text of its key (<c>person.signed-in</c> has <c>AuditPersonSignedIn</c>), or the key itself if there is none.</summary>
    public static string Of(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var key = "Audit" + string.Concat(action.Split('.', '-').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return Texts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? action;
    }
}
