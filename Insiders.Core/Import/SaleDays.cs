namespace Insiders.Core.Import;

/// <summary>The days that the sales of a file may have: one wrong date among thousands would move the last day, and with it how long ago everybody bought.</summary>
/// <param name="Today">The last day on which a sale can have been made: the day of the import. Null allows every day, as where the clock cannot be right.</param>
/// <param name="First">The first day of all but a few stray ones; null when no day is far before the others.</param>
/// <param name="Last">The last day of all but a few stray ones; null when no day is far after the others.</param>
public sealed record SaleDays(DateOnly? Today, DateOnly? First, DateOnly? Last)
{
    // Where the day begins first, it does so 14 hours before UTC: a shop there sells on a day that has not begun elsewhere.
    private static readonly TimeSpan s_earliestZone = TimeSpan.FromHours(14);

    /// <summary>Every day.</summary>
    public static SaleDays Any { get; } = new(null, null, null);

    /// <summary>The last day that has begun at a moment, wherever on earth the shop is.</summary>
    internal static DateOnly LastAt(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime + s_earliestZone);

    /// <summary>Why a day is none of them; null when it is one.</summary>
    /// <param name="day">The day.</param>
    /// <param name="text">The date as the file has it.</param>
    internal string? Refusal(DateOnly day, string text) =>
        day > Today ? FormattableString.Invariant($"Date '{text}' is after {Today:yyyy-MM-dd}, the day of the import.")
        : day < First || day > Last ? FormattableString.Invariant($"Date '{text}' is years from all others, which are {Others}.")
        : null;

    private string Others => (First, Last) switch
    {
        ({ } first, { } last) => FormattableString.Invariant($"from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}"),
        ({ } first, _) => FormattableString.Invariant($"from {first:yyyy-MM-dd} on"),
        var (_, last) => FormattableString.Invariant($"until {last:yyyy-MM-dd}"),
    };
}
