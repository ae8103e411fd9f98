using System.Globalization;
using System.Text.RegularExpressions;
using Insiders.Core.Import;

namespace Insiders.Web.Localization;

/// <summary>Words the reason for rejecting a row in the reader's language; files contain the English one.</summary>
public static partial class RejectReason
{
    /// <summary>The reason for rejecting a row.</summary>
    public static string Of(RejectedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Of(row.Reason);
    }

    /// <summary>Translates an English reason.</summary>
    public static string Of(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var sentence = reason.TrimEnd('.');
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "pt")
        {
            return sentence + ".";
        }

        return Width().Match(sentence) is { Success: true } width ? Format.Fill(Texts.DataReasonWidth, width.Groups[1].Value, width.Groups[2].Value)
            : sentence.EndsWith(" is empty", StringComparison.Ordinal) ? Texts.DataReasonEmpty
            : sentence == "The header stands here once more" ? Texts.DataReasonHeaderAgain
            : Status().Match(sentence) is { Success: true } status ? Format.Fill(Texts.DataReasonStatus, status.Groups[1].Value)
            : sentence.EndsWith(" is a subtotal, the sum of rows above it", StringComparison.Ordinal) ? Texts.DataReasonSubtotal
            : sentence.EndsWith(" is a rounded number: its last digits are gone", StringComparison.Ordinal) ? Texts.DataReasonRounded
            : sentence.EndsWith(", the largest amount", StringComparison.Ordinal) ? Texts.ProblemReasonAmount
            : Currency().Match(sentence) is { Success: true } currency ? Format.Fill(Texts.DataReasonCurrency, currency.Groups[1].Value, currency.Groups[2].Value)
            : sentence.EndsWith(" is no share between 0 and 100 %", StringComparison.Ordinal) ? Texts.DataReasonDiscount
            : sentence.StartsWith("Quantity ", StringComparison.Ordinal) ? Texts.DataReasonQuantity
            : Future().Match(sentence) is { Success: true } future ? Format.Fill(Texts.DataReasonFuture, Day(future.Groups[1].Value))
            : sentence.Contains(" is years from all others", StringComparison.Ordinal) ? Texts.DataReasonStray
            : Quote().Match(sentence) is { Success: true } quote
                ? Format.Fill(Texts.DataReasonQuote, quote.Groups[1].Value, quote.Groups[2].Success ? quote.Groups[2].Value : "1")
            : Date().Match(sentence) is { Success: true } date ? Format.Fill(Texts.DataReasonDate, date.Groups[1].Value)
            : sentence.StartsWith("Amount ", StringComparison.Ordinal) && Price().Match(sentence) is { Success: true } amount ? Format.Fill(Texts.DataReasonLineAmount, amount.Groups[1].Value)
            : Price().Match(sentence) is { Success: true } price ? Format.Fill(Texts.DataReasonPrice, price.Groups[1].Value)
            : reason;
    }

    [GeneratedRegex(@"^The row has (\d+) values where the header has (\d+)$")]
    private static partial Regex Width();

    private static string Day(string day) => Format.Day(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    [GeneratedRegex(@" is after (\d{4}-\d\d-\d\d), the day of the import$")]
    private static partial Regex Future();

    [GeneratedRegex(@"^The order's status is '(.*)': it came to nothing$")]
    private static partial Regex Status();

    [GeneratedRegex(@"^The currency is (.+), and only amounts in (.+) are read of this file$")]
    private static partial Regex Currency();

    [GeneratedRegex(@"^A quote opens in this line and closes only in line (\d+); (?:lines \d+ to \d+, (\d+) of them,)?")]
    private static partial Regex Quote();

    [GeneratedRegex(@" does not follow (.+), the pattern of this file$")]
    private static partial Regex Date();

    [GeneratedRegex(@" is not a number such as (\S+)$")]
    private static partial Regex Price();
}
