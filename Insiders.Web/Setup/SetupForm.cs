namespace Insiders.Web.Setup;

/// <summary>What the set-up page sends of the administrator.</summary>
public sealed class SetupForm
{
    /// <summary>How the screens call them.</summary>
    public string? Name { get; set; }

    /// <summary>The e-mail address to sign in with.</summary>
    public string? Email { get; set; }

    /// <summary>The password.</summary>
    public string? Wanted { get; set; }

    /// <summary>The password again.</summary>
    public string? Repeated { get; set; }
}
