namespace Insiders.Web.Account.Passwords;

/// <summary>The form that creates the first administrator.</summary>
public sealed class NewAdmin
{
    /// <summary>Their display name.</summary>
    public string? Name { get; set; }

    /// <summary>The e-mail address to sign in with.</summary>
    public string? Email { get; set; }

    /// <summary>The password.</summary>
    public string? Wanted { get; set; }

    /// <summary>The password again.</summary>
    public string? Repeated { get; set; }
}
