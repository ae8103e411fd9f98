namespace Insiders.Core.Ledger;

/// <summary>The right to change a ledger: one holder at a time, in this process or another one.</summary>
internal static class LedgerLock
{
    private static readonly TimeSpan s_betweenTries = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until nobody else holds the lock; dispose the result to give it back. A killed holder gives it back too.</summary>
    public static async Task<IDisposable> AcquireAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(s_betweenTries, ct);
            }
        }
    }
}
