namespace Insiders.Core.Segments.Stages;

/// <summary>Limits of stages that an administrator set; what is not given comes from the ledger. See <c>docs/methods/stages.md</c>.</summary>
public sealed record StageSettings
{
    private const int LongestDays = 3_650;
    private const double LargestMultiple = 100;

    /// <summary>Everything from the ledger.</summary>
    public static StageSettings FromLedger { get; } = new();

    /// <summary>Customers are new for so many days after their first purchase, 1 to 3,650.</summary>
    public int? NewDays { get; init => field = Days(value, nameof(NewDays)); }

    /// <summary>Multiples of a customer's usual gap beyond which they are slipping, dormant and lost, each above 0 and at most 100, ascending.</summary>
    public StageBounds? UsualGaps { get; init => field = value is null || value.AreAscending(LargestMultiple) ? value : throw NotAscending(nameof(UsualGaps), value); }

    /// <summary>Days of silence beyond which customers without a rhythm of their own are slipping, dormant and lost, each above 0 and at most 3,650, ascending.</summary>
    public StageBounds? SilentDays { get; init => field = value is null || value.AreAscending(LongestDays) ? value : throw NotAscending(nameof(SilentDays), value); }

    /// <summary>Nobody is lost before so many days of silence, 1 to 3,650.</summary>
    public int? LostNotBeforeDays { get; init => field = Days(value, nameof(LostNotBeforeDays)); }

    private static int? Days(int? value, string name)
        => value is null or (>= 1 and <= LongestDays) ? value : throw new ArgumentOutOfRangeException(name, value, $"Days are 1 to {LongestDays}, or not given.");

    private static ArgumentOutOfRangeException NotAscending(string name, StageBounds value)
        => new(name, value, "Bounds are above 0, each larger than the one before, and not beyond any use.");
}
