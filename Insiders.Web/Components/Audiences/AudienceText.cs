using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Customers;
using Insiders.Web.Navigation;

namespace Insiders.Web.Components.Audiences;

/// <summary>Texts about audiences.</summary>
public static class AudienceText
{
    private const int NamedAtMost = 5;

    /// <summary>Explains why the run has fewer customers than were saved; null when it has all of them.</summary>
    /// <param name="saved">Customers when it was saved.</param>
    /// <param name="present">Number of them in the run.</param>
    /// <param name="runId">The run.</param>
    public static string? Change(int saved, int present, long runId) => (saved - present) switch
    {
        <= 0 => null,
        1 => Format.Fill(Texts.AudienceOneGone, Format.Whole(saved), runId),
        var gone => Format.Fill(Texts.AudienceSomeGone, Format.Whole(saved), Format.Whole(gone), runId),
    };

    /// <summary>The first few of some ids.</summary>
    public static string Named(ImmutableArray<string> ids)
        => ids.Length <= NamedAtMost ? string.Join(", ", ids) : Format.Fill(Texts.AudienceAndMore, string.Join(", ", ids[..NamedAtMost]), Format.Whole(ids.Length - NamedAtMost));

    /// <summary>The query string for exporting its members, without the question mark.</summary>
    /// <param name="audience">The audience.</param>
    /// <param name="columns">The columns as in the address of the list of customers; null for the default ones.</param>
    public static string FileQuery(Audience audience, string? columns)
    {
        ArgumentNullException.ThrowIfNull(audience);
        return AddressQuery.Empty.With("audience", [audience.Id.ToString(CultureInfo.InvariantCulture)]).WithUnless("columns", columns, "").To("").TrimStart('?');
    }

    /// <summary>Suggests a name for the customers who pass a filter: its conditions, or the day when it has none.</summary>
    public static string Suggest(CustomerFilter filter, CustomerTable customers, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(customers);
        string[] conditions = [.. FilterText.Of(filter, customers).Select(condition => condition.Text)];
        var name = conditions.Length == 0 ? Format.Fill(Texts.AudienceOfDay, Format.Day(today)) : string.Join(", ", conditions);
        return name.Length <= Audience.LongestName ? name : $"{name[..(Audience.LongestName - 1)].TrimEnd(' ', ',')}…";
    }
}
