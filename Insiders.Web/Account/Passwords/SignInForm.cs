namespace Insiders.Web.Account.Passwords;

/// <summary>The sign-in form.</summary>
public sealed class SignInForm
{
    /// <summary>The e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }

    /// <summary>Whether the browser keeps the sign-in when it is closed.</summary>
    public bool Stay { get; set; }
}
