namespace Insiders.Tests.Fixtures;

/// <summary>Paths of the real ledgers and the reference answers, which are beside the repository, never in it.</summary>
public static class SharedData
{
    /// <summary>The raw ledger in the dialect of the study.</summary>
    public static string Ecommerce => Path.Combine(DataFolder, "ecommerce.csv.gz");

    /// <summary>The same sales as first published.</summary>
    public static string OnlineRetail => Path.Combine(DataFolder, "online_retail.csv.gz");

    /// <summary>A reference answer on the real ledger, such as <c>retail/features.csv.gz</c>.</summary>
    public static string Reference(string name) => Path.Combine(RepositoryRoot, "..", "shared", "reference", name);

    /// <summary>The folder that holds <c>Insiders.sln</c>.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>True when the real ledgers exist.</summary>
    public static bool IsHere => File.Exists(Ecommerce) && File.Exists(OnlineRetail);

    private static string DataFolder => Environment.GetEnvironmentVariable("INSIDERS_DATA") is { Length: > 0 } folder
        ? folder : Path.Combine(RepositoryRoot, "..", "shared", "data");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Insiders.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Insiders.sln.");
    }
}
