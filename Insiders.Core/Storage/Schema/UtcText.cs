using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Insiders.Core.Storage.Schema;

/// <summary>Stores times as UTC text of fixed length, so that texts sort like times.</summary>
internal sealed class UtcText() : ValueConverter<DateTimeOffset, string>(
    time => Of(time),
    text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind))
{
    /// <summary>The text of a time.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
