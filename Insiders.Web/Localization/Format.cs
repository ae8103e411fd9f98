using System.Globalization;
using Insiders.Core.Application.Settings;
using Insiders.Core.Segments;

namespace Insiders.Web.Localization;

/// <summary>Formats numbers, dates and names in the reader's language.</summary>
public static class Format
{
    /// <summary>A quantity, with decimals where there are any: 4,312, or 0.375 of what is sold by weight.</summary>
    public static string Quantity(double value) => Math.Round(value, 4).ToString("#,##0.####", CultureInfo.CurrentCulture);

    /// <summary>A whole number: 4,312.</summary>
    public static string Whole(double value) => value.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Money to the cent, in the currency of the installation if one is set: £8,524,604.60.</summary>
    public static string Money(double amount) => Currency.Write(amount, decimals: 2);

    /// <summary>Money in whole units, for figures read at a glance: £8,524,605.</summary>
    public static string WholeMoney(double amount) => Currency.Write(amount, decimals: 0);

    /// <summary>A customer's id as plain text, preceded by an invented name, marked as such, if the installation shows them.</summary>
    /// <param name="customerId">The ledger's id of an existing customer.</param>
    /// <param name="installation">The cascaded settings; null when there are none.</param>
    public static string CustomerName(string customerId, InstallationGeneral? installation)
        => InventedName(customerId, installation) is { } name ? $"{Fill(Texts.InventedName, name)} · {customerId}" : customerId;

    /// <summary>The invented name of a customer; null when the installation does not show them, or the id is already a name.</summary>
    /// <param name="customerId">The ledger's id of an existing customer.</param>
    /// <param name="installation">The cascaded settings; null when there are none.</param>
    public static string? InventedName(string customerId, InstallationGeneral? installation)
        => installation is { InventedNames: true } && !CustomerNames.IsName(customerId) ? CustomerNames.Of(customerId) : null;

    /// <summary>A number with one decimal: 91.9.</summary>
    public static string One(double value) => value.ToString("N1", CultureInfo.CurrentCulture);

    /// <summary>A number with two decimals: 3.64.</summary>
    public static string Two(double value) => value.ToString("N2", CultureInfo.CurrentCulture);

    /// <summary>A small number with four decimals: 0.0195.</summary>
    public static string Four(double value) => value.ToString("N4", CultureInfo.CurrentCulture);

    /// <summary>A share of a whole: 62.3%.</summary>
    public static string Percent(double share) => share.ToString("P1", CultureInfo.CurrentCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString(CultureInfo.CurrentCulture.Name == "pt-BR" ? "d 'de' MMM 'de' yyyy" : "d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A day below an axis.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM yy", CultureInfo.CurrentCulture);

    /// <summary>A month, given by one of its days: Nov 2017.</summary>
    public static string Month(DateOnly month) => month.ToString(CultureInfo.CurrentCulture.Name == "pt-BR" ? "MMM 'de' yyyy" : "MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A month below an axis.</summary>
    public static string ShortMonth(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A point in time, in the server's time zone.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var local = moment.ToLocalTime();
        return $"{Day(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.CurrentCulture)}";
    }

    /// <summary>A size in the most suitable unit: 43.5 MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => $"{One(bytes / (double)(1L << 30))} GB",
        >= 1L << 20 => $"{One(bytes / (double)(1L << 20))} MB",
        >= 1L << 10 => $"{One(bytes / (double)(1L << 10))} KB",
        _ => $"{Whole(bytes)} B",
    };

    /// <summary>A text with its placeholders filled in.</summary>
    public static string Fill(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>A number of days, with one decimal where it is not whole: 1 day, 4.5 days.</summary>
    public static string Days(double days) => Math.Round(days, 1) switch
    {
        1 => Texts.DaysOne,
        var rounded => Fill(Texts.DaysValue, rounded == Math.Floor(rounded) ? Whole(rounded) : One(rounded)),
    };

    /// <summary>How often a customer buys, as the days between purchases: every 51 days, every day; a dash when nothing was bought.</summary>
    /// <param name="frequency">Days with a purchase per day, 0 to 1.</param>
    public static string Every(double frequency) => frequency > 0
        ? DaysBetween(frequency) is var days && days == 1 ? Texts.EveryDay : Fill(Texts.EveryDays, Days(days))
        : "–";

    /// <summary>The days between purchases as a number, without decimals from ten days on.</summary>
    /// <param name="frequency">Days with a purchase per day, above 0.</param>
    public static double DaysBetween(double frequency) => Math.Round(1 / frequency, frequency > 0.1 ? 1 : 0);

    /// <summary>A segment's name, with a qualification if it is true of too few members: Lost Customers (26% lost).</summary>
    public static string NameOf(SegmentName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Doubt is { } doubt ? $"{BareNameOf(name)} ({SegmentText.DoubtMark(doubt)})" : BareNameOf(name);
    }

    /// <summary>A segment's name alone, for places that show the qualification separately.</summary>
    public static string BareNameOf(SegmentName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "pt" ? name.Portuguese : name.English;
    }

    /// <summary>A number for a style sheet or an attribute, independent of the language.</summary>
    public static string Css(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
