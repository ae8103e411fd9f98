using System.Security.Claims;
using Insiders.Web.Account;
using Insiders.Web.Shell;

namespace Insiders.Web.Features.Customers;

/// <summary>Who keeps views.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">What the audit calls them.</param>
/// <param name="MayShare">True for analysts and administrators.</param>
public sealed record ViewActor(string Id, string Name, bool MayShare)
{
    /// <summary>The person signed in; null where nobody is.</summary>
    public static ViewActor? Of(ClaimsPrincipal person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id ? new ViewActor(id, person.Identity?.Name ?? id, person.May(PageRole.Analyst)) : null;
    }
}
