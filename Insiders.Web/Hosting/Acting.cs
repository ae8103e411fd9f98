using System.Security.Claims;
using Insiders.Web.Hosting.Data;

namespace Insiders.Web.Hosting;

/// <summary>The name under which a person's deeds are written down.</summary>
public static class Acting
{
    /// <summary>The account's name; that of the program where nobody is signed in.</summary>
    public static string Name(ClaimsPrincipal? person) => person?.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? name : DemoShop.Actor;
}
