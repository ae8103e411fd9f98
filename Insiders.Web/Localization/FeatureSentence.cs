using System.Globalization;
using Insiders.Core.Features;

namespace Insiders.Web.Localization;

/// <summary>Explains features in the reader's language; the feature catalogue itself is in English.</summary>
public static class FeatureSentence
{
    private const string DayPrefix = "day_";

    /// <summary>The feature's sentence.</summary>
    public static string Of(FeatureDefinition feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "pt")
        {
            return feature.Sentence;
        }

        if (Enum.TryParse<DayOfWeek>(feature.Name, out var weekday))
        {
            return Format.Fill(Texts.FeatureOfWeekday, CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(weekday));
        }

        return feature.Name.StartsWith(DayPrefix, StringComparison.Ordinal) && int.TryParse(feature.Name[DayPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            ? Format.Fill(Texts.FeatureOfDay, day)
            : Texts.ResourceManager.GetString("Feature_" + feature.Name, CultureInfo.CurrentUICulture) ?? feature.Sentence;
    }

    /// <summary>The name of its unit.</summary>
    public static string NameOf(FeatureUnit unit) => unit switch
    {
        FeatureUnit.Degrees => Texts.UnitDegrees,
        FeatureUnit.Money => Texts.UnitMoney,
        FeatureUnit.Share => Texts.UnitShare,
        FeatureUnit.Days => Texts.UnitDays,
        FeatureUnit.Count => Texts.UnitCount,
        FeatureUnit.Date => Texts.UnitDate,
        _ => Texts.UnitRatio,
    };
}
