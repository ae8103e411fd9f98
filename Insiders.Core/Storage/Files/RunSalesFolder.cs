using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Cleaning;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;

namespace Insiders.Core.Storage.Files;

/// <summary>The cleaned sales that runs were computed from: one immutable Parquet file per ledger and cleaning settings, shared by all runs with the same two.</summary>
/// <param name="folder">Folder of the files; it is created when the first one is written.</param>
/// <remarks>
/// Pages read sales as the published run saw them, regardless of later imports and undos. A file is written under another name and renamed, so
/// it is never incomplete. Every file can be rebuilt from its ledger.
/// </remarks>
public sealed class RunSalesFolder(string folder) : IRunSales
{
    /// <summary>Columns of a file, which is sorted by customer and then by time; see <see cref="CleanLedger"/> for what they hold.</summary>
    private const string Columns = "customer_id, invoice, stock_code, description, quantity, sold_at, unit_price, amount";

    private const string Ending = ".parquet";

    private const string DraftEnding = ".draft";

    /// <summary>Age from which an unfinished file belongs to a killed process; writing one takes seconds, on a slow disk minutes.</summary>
    private static readonly TimeSpan s_longestWrite = TimeSpan.FromHours(6);

    private readonly Lock _gate = new();

    /// <summary>Creates the folder if it is missing. It may throw an <see cref="IOException"/> when the folder's parent is gone.</summary>
    public Action MakeFolder { get; init; } = () => Directory.CreateDirectory(folder);

    /// <inheritdoc/>
    public string? Find(string ledgerFingerprint, CleaningSettings cleaning)
        => PathOf(ledgerFingerprint, cleaning) is var path && File.Exists(path) ? path : null;

    /// <inheritdoc/>
    public void Keep(LedgerSession session, string ledgerFingerprint, CleaningSettings cleaning, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var path = PathOf(ledgerFingerprint, cleaning);
        lock (_gate)
        {
            if (!File.Exists(path))
            {
                MakeFolder();
                Write(session, path, cancellationToken);
                DeleteAbandoned(File.GetLastWriteTimeUtc(path) - s_longestWrite);
            }
        }
    }

    /// <inheritdoc/>
    public void RemoveDrafts()
    {
        lock (_gate)
        {
            if (Directory.Exists(folder))
            {
                DeleteAbandoned(DateTime.MaxValue);
            }
        }
    }

    private void DeleteAbandoned(DateTime before)
    {
        foreach (var draft in Directory.EnumerateFiles(folder, $"*{DraftEnding}").Where(draft => File.GetLastWriteTimeUtc(draft) < before))
        {
            File.Delete(draft);
        }
    }

    private static void Write(LedgerSession session, string path, CancellationToken cancellationToken)
    {
        // Another process may write the same file: each writes its own draft, and the last rename wins with equal content.
        var draft = Path.ChangeExtension(path, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}{DraftEnding}"));
        try
        {
            CancellableSql.Run(session, $"""
                COPY (SELECT {Columns} FROM {CleanLedger.View} WHERE customer_id IS NOT NULL ORDER BY customer_id, sold_at, invoice, stock_code, quantity, unit_price)
                TO {LedgerSession.Quote(draft)} (FORMAT parquet, COMPRESSION zstd)
                """, cancellationToken);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private string PathOf(string ledgerFingerprint, CleaningSettings cleaning)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{ledgerFingerprint}\n{RecipeJson.CleaningFingerprint(cleaning)}");
        return Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32] + Ending);
    }
}
