using System.Runtime.CompilerServices;

namespace Insiders.Tests.Fixtures;

/// <summary>Waits for conditions.</summary>
public static class Until
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>Asks until a condition holds.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="sentence">What it says, for whoever waited in vain.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="TimeoutException">It did not come to hold.</exception>
    public static Task TrueAsync(Func<Task<bool>> holds, string sentence, CancellationToken ct = default) => AskAsync(holds, s_patience, sentence, ct);

    /// <summary>Asks until a condition holds, for so long.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="patience">The longest wait.</param>
    /// <param name="sentence">The condition as it is written, for whoever waited in vain.</param>
    /// <exception cref="TimeoutException">It did not come to hold.</exception>
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
                throw new TimeoutException($"It did not come to this: {sentence}");
            }
        }
    }
}
