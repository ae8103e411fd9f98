namespace Insiders.Core.Application.Disk;

/// <summary>Where the ledger and the application database live.</summary>
public sealed class DataFolder
{
    private Func<bool> _isThere;

    /// <summary>Creates a data folder for a path; nothing is written.</summary>
    /// <param name="root">The path; a relative one is resolved against the current directory.</param>
    public DataFolder(string root)
    {
        Root = Path.GetFullPath(root);
        _isThere = () => Directory.Exists(Root);
    }

    /// <summary>Full path of the folder.</summary>
    public string Root { get; }

    /// <summary>Folder of the ledger's immutable sales files.</summary>
    public string Ledger => Path.Combine(Root, "ledger");

    /// <summary>Folder of the cleaned sales that runs were computed from; each file can be rebuilt from its ledger.</summary>
    public string Sales => Path.Combine(Root, "sales");

    /// <summary>Path of the application database.</summary>
    public string Database => Path.Combine(Root, "insiders.db");

    /// <summary>Folder of the keys that protect cookies; they are stored so that a restart signs nobody out.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Suffix of a file that is still being written.</summary>
    public const string Unfinished = ".part";

    /// <summary>Folder of uploaded files waiting to be imported, and of the rejected rows of imported ones.</summary>
    public string Uploads => Path.Combine(Root, "uploads");

    /// <summary>Folder for temporary data that does not fit in memory; emptied at start.</summary>
    public string Spill => Path.Combine(Root, "spill");

    /// <summary>Folder of the run logs.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>Folder of backups, and of database copies made before a migration.</summary>
    public string Backups => Path.Combine(Root, "backups");

    /// <summary>Whether the folder exists.</summary>
    public bool IsThere => _isThere();

    /// <summary>Replaces the check behind <see cref="IsThere"/> with one that also notices when another folder is mounted at the same path.</summary>
    public void Watch(Func<bool> isThere) => _isThere = isThere;

    /// <summary>Creates a folder in it if it is missing. If the data folder itself is gone it is not recreated, because the new one would be in the way when the old one comes back.</summary>
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
