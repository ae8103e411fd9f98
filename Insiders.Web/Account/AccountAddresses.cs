using Insiders.Web.Navigation;

namespace Insiders.Web.Account;

/// <summary>Addresses of the account pages and endpoints.</summary>
public static class AccountAddresses
{
    /// <summary>The sign-in page.</summary>
    public const string SignIn = "/account/sign-in";

    /// <summary>Signs out; POST only.</summary>
    public const string SignOut = "/account/sign-out";

    /// <summary>The page on which people change their own password.</summary>
    public const string Password = "/account/password";

    /// <summary>The page that an invitation or a password reset leads to.</summary>
    public const string Accept = "/account/accept";

    /// <summary>The page that warns people of failed attempts to sign in to their account.</summary>
    public const string Tries = "/account/tries";

    /// <summary>The sign-in page, with an address of this site to return to.</summary>
    public static string SignInFor(string back) => $"{SignIn}?back={Uri.EscapeDataString(back)}";

    /// <summary>Returns the address if it belongs to this site, otherwise the overview.</summary>
    public static string Local(string? back) => LocalAddress.Find(back) ?? "/";
}
