namespace Insiders.Core.Ledger;

/// <summary>The files of an import under temporary names until it is committed; disposed before that, nothing of it is left.</summary>
/// <remarks>
/// The Parquet file is the commit: it gets its name last, after the record and the rejects have theirs. Files without their Parquet
/// file are leftovers.
/// </remarks>
internal sealed class ImportDraft(string folder, string id) : IDisposable
{
    /// <summary>Ending of what is not committed.</summary>
    public const string Temporary = ".tmp";

    /// <summary>Ending of the sales.</summary>
    public const string SalesEnding = ".parquet";

    /// <summary>Ending of the record.</summary>
    public const string RecordEnding = ".json";

    /// <summary>Ending of the rejected rows.</summary>
    public const string RejectsEnding = ".rejects.csv";

    /// <summary>Ending of the reasons of the rejected rows.</summary>
    public const string ReasonsEnding = ".reasons.jsonl";

    private static readonly string[] s_endings = [SalesEnding, RecordEnding, RejectsEnding, ReasonsEnding];

    private bool _committed;

    /// <summary>Name of the import.</summary>
    public string Id => id;

    /// <summary>Where the sales are written.</summary>
    public string Sales => Draft(SalesEnding);

    /// <summary>Where all rows of the file lie until they are compared with earlier imports.</summary>
    public string Staged => Draft(".staged" + SalesEnding);

    /// <summary>Where rejected rows are written.</summary>
    public string Rejects => Draft(RejectsEnding);

    /// <summary>Where the reasons of rejected rows are written.</summary>
    public string Reasons => Draft(ReasonsEnding);

    /// <summary>Makes the import part of the ledger.</summary>
    /// <param name="record">Its record.</param>
    public void Commit(LedgerImport record)
    {
        using (var file = new FileStream(Draft(RecordEnding), FileMode.Create, FileAccess.Write))
        {
            file.Write(record.ToJson());
            file.Flush(flushToDisk: true);
        }

        using (var sales = new FileStream(Sales, FileMode.Open, FileAccess.ReadWrite))
        {
            sales.Flush(flushToDisk: true);
        }

        if (File.Exists(Rejects))
        {
            File.Move(Rejects, Final(RejectsEnding));
            File.Move(Reasons, Final(ReasonsEnding));
        }

        File.Move(Draft(RecordEnding), Final(RecordEnding));
        File.Move(Sales, Final(SalesEnding));
        _committed = true;
    }

    /// <summary>Removes an import, its sales first.</summary>
    public static void Remove(string folder, string id)
    {
        foreach (var ending in s_endings)
        {
            File.Delete(Path.Combine(folder, id + ending));
        }
    }

    /// <summary>Removes what a killed import left behind.</summary>
    public static void RemoveLeftovers(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Temporary))
        {
            File.Delete(path);
        }

        foreach (var ending in new[] { RecordEnding, RejectsEnding, ReasonsEnding })
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*" + ending).Where(path => !File.Exists(path[..^ending.Length] + SalesEnding)))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Deletes what was written so far, to start again.</summary>
    public void Clear()
    {
        File.Delete(Staged);
        foreach (var ending in s_endings)
        {
            File.Delete(Draft(ending));
        }
    }

    public void Dispose()
    {
        File.Delete(Staged);
        if (!_committed)
        {
            Remove(folder, id);
            foreach (var ending in s_endings)
            {
                File.Delete(Draft(ending));
            }
        }
    }

    private string Final(string ending) => Path.Combine(folder, id + ending);

    private string Draft(string ending) => Final(ending) + Temporary;
}
