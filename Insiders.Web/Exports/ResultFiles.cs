using System.Text;
using Insiders.Core.Pipeline;

namespace Insiders.Web.Exports;

/// <summary>The files that a run leaves on disk: the five that <c>segment</c> writes.</summary>
public static class ResultFiles
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes all five files to a staging folder.</summary>
    /// <param name="folder">The target; the caller publishes it.</param>
    /// <param name="result">The run.</param>
    /// <param name="rejectsFile">The ledger's own file of rejected rows; null when there are none.</param>
    /// <param name="ledgerFingerprint">Hash of the ledger the run was computed from.</param>
    /// <param name="seconds">Wall-clock seconds by stage.</param>
    /// <param name="cancellationToken">Checked before each file.</param>
    public static void Write(
        AtomicDirectoryWriter folder,
        SegmentationResult result,
        string? rejectsFile,
        string ledgerFingerprint,
        IReadOnlyList<(string Stage, double Seconds)> seconds,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(result);
        WriteFile("segments.csv", output => ResultTables.WriteSegments(output, result));
        WriteFile("customers.csv", output => ResultTables.WriteCustomers(output, result));
        WriteFile("cleaning.csv", output => ResultTables.WriteCleaning(output, result.Cleaning));
        WriteFile("rejects.csv", output => ResultTables.WriteRejects(output, rejectsFile));
        WriteFile("run.json", output => RunFile.Write(output, result, ledgerFingerprint, seconds));

        void WriteFile(string name, Action<TextWriter> write)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var output = new StreamWriter(folder.PathOf(name), append: false, s_utf8);
            write(output);
        }
    }
}
