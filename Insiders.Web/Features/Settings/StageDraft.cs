using System.Globalization;
using Insiders.Core.Segments.Stages;

namespace Insiders.Web.Features.Settings;

/// <summary>Stage limits being edited; an empty field derives a limit from the ledger.</summary>
public sealed class StageDraft
{
    /// <summary>Days for which a customer is new.</summary>
    public string NewDays { get; set; } = "";

    /// <summary>Minimum number of days before a customer is lost.</summary>
    public string LostNotBeforeDays { get; set; } = "";

    /// <summary>Multiples of the usual gap: slipping, dormant, lost.</summary>
    public string[] UsualGaps { get; } = ["", "", ""];

    /// <summary>Days of silence: slipping, dormant, lost.</summary>
    public string[] SilentDays { get; } = ["", "", ""];

    /// <summary>A draft of the current settings.</summary>
    public static StageDraft Of(StageSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var draft = new StageDraft { NewDays = Write(settings.NewDays), LostNotBeforeDays = Write(settings.LostNotBeforeDays) };
        Fill(draft.UsualGaps, settings.UsualGaps);
        Fill(draft.SilentDays, settings.SilentDays);
        return draft;
    }

    /// <summary>The edited settings; null when a field cannot be parsed, or bounds are incomplete or not ascending.</summary>
    public StageSettings? Read()
    {
        try
        {
            return new StageSettings { NewDays = ReadDays(NewDays), LostNotBeforeDays = ReadDays(LostNotBeforeDays), UsualGaps = ReadBounds(UsualGaps), SilentDays = ReadBounds(SilentDays) };
        }
        catch (Exception refused) when (refused is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static void Fill(string[] fields, StageBounds? bounds)
    {
        if (bounds is not null)
        {
            (fields[0], fields[1], fields[2]) = (Write(bounds.Slipping), Write(bounds.Dormant), Write(bounds.Lost));
        }
    }

    private static string Write(double? value) => value?.ToString("0.##", CultureInfo.CurrentCulture) ?? "";

    private static int? ReadDays(string text) => string.IsNullOrWhiteSpace(text) ? null : int.Parse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.CurrentCulture);

    private static StageBounds? ReadBounds(string[] texts) => texts.All(string.IsNullOrWhiteSpace) ? null : new(Number(texts[0]), Number(texts[1]), Number(texts[2]));

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.CurrentCulture);
}
