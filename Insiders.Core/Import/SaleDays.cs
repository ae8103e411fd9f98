using Insiders.Core.Problems;

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
    internal Problem? Refusal(DateOnly day, string text) =>
        Today is { } today && day > today ? Problem.Of(ProblemCode.RowDateAfterImport, text, ProblemValue.Day(today))
        : day < First || day > Last ? (First, Last) switch
        {
            ({ } first, { } last) => Problem.Of(ProblemCode.RowDateStray, text, ProblemValue.Day(first), ProblemValue.Day(last)),
            ({ } first, _) => Problem.Of(ProblemCode.RowDateBefore, text, ProblemValue.Day(first)),
            var (_, last) => Problem.Of(ProblemCode.RowDateAfter, text, ProblemValue.Day(last!.Value)),
        }
        : null;
}
