using Insiders.Core.Application.Disk;
using Insiders.Web.Hosting.Data;
using Insiders.Web.Hosting.Health;
using Microsoft.AspNetCore.DataProtection;

namespace Insiders.Web.Composition;

/// <summary>The folder that holds everything the site keeps: its lock, its watch, what a start mends in it.</summary>
internal static class DataFolderRegistration
{
    private const string Setting = "Insiders:DataFolder";
    private const string WithoutSetting = "data";

    /// <summary>Registers the folder of the setting <c>Insiders:DataFolder</c>; without it <c>data</c> in the folder the program was started in.</summary>
    /// <returns>The folder, closed to other accounts of the machine.</returns>
    public static DataFolder AddDataFolder(this WebApplicationBuilder builder)
    {
        var folder = new DataFolder(builder.Configuration[Setting] is { Length: > 0 } set ? set : WithoutSetting);
        PrivateFiles.Guard(folder);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton<DiskSpace>();
        builder.Services.AddSingleton<DataFolderLock>();
        builder.Services.AddSingleton<DataFolderStartup>();
        builder.Services.AddSingleton<Leftovers>();
        builder.Services.AddSingleton<StoreRetry>();
        builder.Services.AddSingleton<DataFolderWatch>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<DataFolderWatch>());
        builder.Services.AddHealth();
        builder.Services.AddDataProtection().SetApplicationName("Insiders").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        return folder;
    }
}
