namespace Insiders.Web.Setup;

/// <summary>What setting up hands in.</summary>
public static class Registration
{
    /// <summary>Registers everything.</summary>
    public static void AddSetup(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(SetupOptions.From(builder.Configuration));
        builder.Services.AddSingleton<SetupState>();
        builder.Services.AddSingleton<DemoShop>();
        builder.Services.AddSingleton<InitialImport>();
        builder.Services.AddSingleton<SetupUpload>();
    }
}
