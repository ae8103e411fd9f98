using Insiders.Core.Pipeline;

namespace Insiders.Web.Setup;

/// <summary>The settings <c>Insiders:Setup:…</c> of an unattended start; each is null when not set.</summary>
/// <param name="AdminName">The administrator's display name.</param>
/// <param name="AdminEmail">The administrator's e-mail address.</param>
/// <param name="AdminPassword">The administrator's password.</param>
/// <param name="Ledger">A file of sales, or <c>demo</c> for the generated shop.</param>
/// <param name="Currency">The currency of the ledger, three letters.</param>
/// <param name="Preset">The name of the recipe that new runs start from, as in <see cref="RecipePresets"/>; null for shop.</param>
public sealed record SetupOptions(string? AdminName, string? AdminEmail, string? AdminPassword, string? Ledger, string? Currency = null, string? Preset = null)
{
    /// <summary>The value that selects the generated shop instead of a file.</summary>
    public const string Demo = "demo";

    /// <summary>Whether the start is unattended.</summary>
    public bool IsUnattended => AdminEmail is { Length: > 0 } && AdminPassword is { Length: > 0 };

    /// <summary>The recipe that new runs start from; shop unless a preset is named.</summary>
    public Recipe StartingRecipe => (Preset is { } preset ? RecipePresets.Find(preset) : null) ?? Recipe.Shop;

    /// <summary>Reads the settings.</summary>
    public static SetupOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var setup = configuration.GetSection("Insiders:Setup");
        return new(setup["AdminName"], setup["AdminEmail"], setup["AdminPassword"], setup["Ledger"] is { Length: > 0 } ledger ? ledger : null, setup["Currency"] is { Length: > 0 } currency ? currency : null,
            setup["Preset"] is { Length: > 0 } preset ? preset : null);
    }
}
