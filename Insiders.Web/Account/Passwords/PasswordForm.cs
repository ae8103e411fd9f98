namespace Insiders.Web.Account.Passwords;

/// <summary>The form that sets a password.</summary>
public sealed class PasswordForm
{
    /// <summary>The current password, if one must be proved.</summary>
    public string? Current { get; set; }

    /// <summary>The new password.</summary>
    public string? Wanted { get; set; }

    /// <summary>The new password again.</summary>
    public string? Repeated { get; set; }
}
