namespace Insiders.Web.Account.Passwords;

/// <summary>What a page that sets a password sends.</summary>
public sealed class PasswordForm
{
    /// <summary>The present password, where there is one to prove.</summary>
    public string? Current { get; set; }

    /// <summary>The new password.</summary>
    public string? Wanted { get; set; }

    /// <summary>The new password again.</summary>
    public string? Repeated { get; set; }
}
