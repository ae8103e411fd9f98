namespace Insiders.Web.Setup;

/// <summary>Registers the set-up.</summary>
public static class Registration
{
    /// <summary>Registers the services of this room.</summary>
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
