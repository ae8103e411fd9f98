using System.Globalization;

namespace Insiders.Core.Storage.Backups;

/// <summary>Names of backups: what they are, when they were made, and a number where one was made in the same second.</summary>
internal static class BackupName
{
    /// <summary>The full path of a file that is not there yet.</summary>
    /// <param name="folder">The folder of backups; need not be there.</param>
    /// <param name="why">Such as <c>scheduled</c>; null where somebody asked for it.</param>
    /// <param name="now">The time in its name.</param>
    /// <param name="ending">Such as <c>.zip</c>.</param>
    public static string In(string folder, string? why, DateTimeOffset now, string ending)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"insiders-{(why is null ? "" : why + "-")}{now.UtcDateTime:yyyyMMdd-HHmmss}");
        var path = Path.Combine(folder, name + ending);
        for (var number = 2; File.Exists(path); number++)
        {
            path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{number}{ending}"));
        }

        return path;
    }
}
