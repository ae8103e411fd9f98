using Insiders.Web.Hosting.Data;
using Microsoft.AspNetCore.Components.Authorization;

namespace Insiders.Web.Account;

/// <summary>Who is acting on a page.</summary>
public static class Actor
{
    /// <summary>The name of the signed-in person; the program's own where nobody is.</summary>
    public static async Task<string> NameAsync(Task<AuthenticationState>? signedIn)
        => signedIn is null ? DemoShop.Actor : (await signedIn).User.Identity?.Name ?? DemoShop.Actor;
}
