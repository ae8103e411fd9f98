namespace Insiders.Web.Hosting.Data;

/// <summary>Where the ledger and the application database live.</summary>
/// <remarks>The setting <c>Insiders:DataFolder</c>; without it <c>data</c> in the folder the program was started in.</remarks>
public sealed class DataFolder
{
    public DataFolder(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Root = Path.GetFullPath(configuration["Insiders:DataFolder"] is { Length: > 0 } folder ? folder : "data");
        IsThere = () => Directory.Exists(Root);
    }

    /// <summary>A data folder by its path.</summary>
    public static DataFolder At(string root) => new(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Insiders:DataFolder", (string?)root)]).Build());

    /// <summary>Full path of the folder.</summary>
    public string Root { get; }

    /// <summary>The folder of immutable files of sales.</summary>
    public string Ledger => Path.Combine(Root, "ledger");

    /// <summary>The cleaned sales that runs were made of; each file can be made again from the ledger it belongs to.</summary>
    public string Sales => Path.Combine(Root, "sales");

    /// <summary>The application database.</summary>
    public string Database => Path.Combine(Root, "insiders.db");

    /// <summary>The keys that protect cookies: kept, so that a restart signs nobody out.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Uploaded files that wait to be imported, and the rejected rows of those that were.</summary>
    public string Uploads => Path.Combine(Root, "uploads");

    /// <summary>For what does not fit in memory; emptied at start.</summary>
    public string Spill => Path.Combine(Root, "spill");

    /// <summary>The log of each run.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>Copies of the database made before it was changed as a whole.</summary>
    public string Backups => Path.Combine(Root, "backups");

    /// <summary>Whether it is there. The process that locks it also tells whether it is still the same one.</summary>
    public Func<bool> IsThere { get; set; }

    /// <summary>Makes a folder in it where there is none. Where the data folder itself has gone, no other one is begun in its place: it would be in the way of the one that comes back.</summary>
    /// <exception cref="DirectoryNotFoundException">The data folder is gone.</exception>
    public void Make(string inner)
    {
        if (!IsThere())
        {
            throw new DirectoryNotFoundException($"The data folder {Root} is gone.");
        }

        Directory.CreateDirectory(inner);
    }
}
