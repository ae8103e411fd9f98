namespace Insiders.Core.Application.Disk;

/// <summary>Where the ledger and the application database live.</summary>
public sealed class DataFolder
{
    private Func<bool> _isThere;

    /// <summary>A data folder by its path.</summary>
    /// <param name="root">The path; a relative one follows the folder the program was started in.</param>
    public DataFolder(string root)
    {
        Root = Path.GetFullPath(root);
        _isThere = () => Directory.Exists(Root);
    }

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

    /// <summary>Ending of a file that is being written.</summary>
    public const string Unfinished = ".part";

    /// <summary>Uploaded files that wait to be imported, and the rejected rows of those that were.</summary>
    public string Uploads => Path.Combine(Root, "uploads");

    /// <summary>For what does not fit in memory; emptied at start.</summary>
    public string Spill => Path.Combine(Root, "spill");

    /// <summary>The log of each run.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>Copies of the database made before it was changed as a whole.</summary>
    public string Backups => Path.Combine(Root, "backups");

    /// <summary>Whether it is there.</summary>
    public bool IsThere => _isThere();

    /// <summary>Has somebody tell from now on whether it is there who can also tell whether it is still the same one.</summary>
    public void Watch(Func<bool> isThere) => _isThere = isThere;

    /// <summary>Makes a folder in it where there is none. Where the data folder itself has gone, no other one is begun in its place: it would be in the way of the one that comes back.</summary>
    /// <exception cref="DirectoryNotFoundException">The data folder is gone.</exception>
    public void Make(string inner)
    {
        if (!IsThere)
        {
            throw new DirectoryNotFoundException($"The data folder {Root} is gone.");
        }

        Directory.CreateDirectory(inner);
    }
}
