using System.IO.Compression;
using System.Text;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Numerics;
using Insiders.Core.Pipeline;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>The default recipe on the real file, run once for all tests of a class: with the rows in order, and with the rows shuffled on another number of threads.</summary>
public sealed class RealRuns : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>Two threads, rows as in the file. Null when the real ledgers are missing.</summary>
    public SegmentationResult? AsFiled { get; private set; }

    /// <summary>One thread, rows shuffled.</summary>
    public SegmentationResult? Shuffled { get; private set; }

    /// <summary>What the first run reported.</summary>
    public IReadOnlyList<RunProgress> Progress { get; private set; } = [];

    /// <summary>The ledger of the first run.</summary>
    public SalesLedger Ledger { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!SharedData.IsHere)
        {
            return;
        }

        var progress = new Recorder();
        Ledger = await ImportAsync(SharedData.Ecommerce, "filed");
        using (var session = Ledger.Open(2))
        {
            AsFiled = await SegmentationPipeline.RunAsync(session, Recipe.Study, 2, progress, CancellationToken.None);
        }

        Progress = progress.Seen;
        var shuffled = await ImportAsync(WriteShuffled(), "shuffled");
        using (var session = shuffled.Open(1))
        {
            Shuffled = await SegmentationPipeline.RunAsync(session, Recipe.Study, 1, null, CancellationToken.None);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    private async Task<SalesLedger> ImportAsync(string file, string name)
    {
        var ledger = new SalesLedger(_folder.Combine(name));
        await ledger.ImportAsync(file, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);
        return ledger;
    }

    private string WriteShuffled()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.Ecommerce), CompressionMode.Decompress), Encoding.Latin1);
        var lines = reader.ReadToEnd().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var rng = Rng.Stream(1, 1);
        for (var i = lines.Length - 1; i > 1; i--)
        {
            var other = 1 + rng.NextInt(i);
            (lines[i], lines[other]) = (lines[other], lines[i]);
        }

        var file = _folder.Combine("shuffled.csv");
        File.WriteAllText(file, string.Join("\r\n", lines) + "\r\n", Encoding.Latin1);
        return file;
    }

    private sealed class Recorder : IProgress<RunProgress>
    {
        public List<RunProgress> Seen { get; } = [];

        public void Report(RunProgress value) => Seen.Add(value);
    }
}
