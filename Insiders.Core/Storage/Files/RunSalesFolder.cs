using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Cleaning;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;

namespace Insiders.Core.Storage.Files;

/// <summary>The cleaned sales that runs were made of: one immutable Parquet file per ledger and cleaning, shared by all runs that have both in common.</summary>
/// <param name="folder">Where the files are; it is made when the first one is written.</param>
/// <remarks>
/// Pages ask for sales as the published run saw them, whatever was imported or undone since. A file is written beside and renamed, so
/// there is never half of one. Every file can be made again from the ledger it belongs to.
/// </remarks>
public sealed class RunSalesFolder(string folder) : IRunSales
{
    /// <summary>Columns of a file, by customer and then by time; see <see cref="CleanLedger"/> for what they hold.</summary>
    private const string Columns = "customer_id, invoice, stock_code, description, quantity, sold_at, unit_price, amount";

    private const string Ending = ".parquet";

    private const string DraftEnding = ".draft";

    /// <summary>A draft is written within seconds, on a slow disk within minutes: one as old as this belongs to a process that was killed.</summary>
    private static readonly TimeSpan s_longestWrite = TimeSpan.FromHours(6);

    private readonly Lock _gate = new();

    /// <summary>Makes the folder where there is none; whoever knows that what it lies in has gone refuses by an <see cref="IOException"/>.</summary>
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
        // Another process may be at the same file: each has a draft of its own, and the last rename wins with equal content.
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
