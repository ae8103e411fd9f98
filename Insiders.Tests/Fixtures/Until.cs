using System.Runtime.CompilerServices;

namespace Insiders.Tests.Fixtures;

/// <summary>Waits for conditions.</summary>
public static class Until
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>Polls until a condition is true.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="sentence">The condition's description, for the timeout message.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <exception cref="TimeoutException">The condition did not become true in time.</exception>
    public static Task TrueAsync(Func<Task<bool>> holds, string sentence, CancellationToken ct = default) => AskAsync(holds, s_patience, sentence, ct);

    /// <summary>Polls until a condition is true, with a time limit.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="patience">The longest wait.</param>
    /// <param name="sentence">The condition's source text, for the timeout message.</param>
    /// <exception cref="TimeoutException">The condition did not become true in time.</exception>
    public static Task TrueAsync(Func<Task<bool>> holds, TimeSpan patience, [CallerArgumentExpression(nameof(holds))] string sentence = "") => AskAsync(holds, patience, sentence, CancellationToken.None);

    /// <inheritdoc cref="TrueAsync(Func{Task{bool}}, TimeSpan, string)"/>
    public static Task TrueAsync(Func<bool> holds, TimeSpan patience, [CallerArgumentExpression(nameof(holds))] string sentence = "")
        => AskAsync(() => Task.FromResult(holds()), patience, sentence, CancellationToken.None);

    private static async Task AskAsync(Func<Task<bool>> holds, TimeSpan patience, string sentence, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(holds);
        for (var begun = TimeProvider.System.GetTimestamp(); !await holds(); await Task.Delay(s_between, ct))
        {
            if (TimeProvider.System.GetElapsedTime(begun) > patience)
            {
                throw new TimeoutException($"This did not become true in time: {sentence}");
            }
        }
    }
}
