using Insiders.Web.Navigation;

namespace Insiders.Web.Account;

/// <summary>Where signing in and out happens.</summary>
public static class AccountAddresses
{
    /// <summary>The sign-in page.</summary>
    public const string SignIn = "/account/sign-in";

    /// <summary>Signs out; by post only.</summary>
    public const string SignOut = "/account/sign-out";

    /// <summary>The page to change one's own password.</summary>
    public const string Password = "/account/password";

    /// <summary>Where an invitation or a reset leads.</summary>
    public const string Accept = "/account/accept";

    /// <summary>Where somebody learns that others have tried their password.</summary>
    public const string Tries = "/account/tries";

    /// <summary>The sign-in page, coming back to an address of this site afterwards.</summary>
    public static string SignInFor(string back) => $"{SignIn}?back={Uri.EscapeDataString(back)}";

    /// <summary>An address if it is one of this site, else the overview.</summary>
    public static string Local(string? back) => LocalAddress.Find(back) ?? "/";
}
