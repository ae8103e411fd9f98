using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Features;
using Insiders.Core.Segments.Stages;

namespace Insiders.Web.Navigation;

/// <summary>The customer filter in an address, the same on every page: <c>?segment=3&amp;country=EIRE&amp;month=2017-11&amp;q=178&amp;recency_days=0..30</c>.</summary>
/// <remarks>Conditions that cannot be parsed are ignored, so a mistyped address shows more customers, never an error. Numbers are invariant, so that an address means the same in both languages.</remarks>
public static class FilterAddress
{
    /// <summary>Stable ids of segments.</summary>
    public const string Segment = "segment";

    /// <summary>Stages of customers, by lower-case name.</summary>
    public const string Stage = "stage";

    /// <summary>Countries, as the ledger spells them.</summary>
    public const string Country = "country";

    /// <summary>Free text.</summary>
    public const string Text = "q";

    /// <summary>A month in which customers bought.</summary>
    public const string Month = "month";

    /// <summary>The id of an audience, or <see cref="Members"/>.</summary>
    public const string Audience = "audience";

    /// <summary>The members of the programme, in place of an audience.</summary>
    public const string Members = "members";

    /// <summary>A saved view of the list of customers.</summary>
    public const string View = "view";

    /// <summary>The value of <see cref="View"/> that shows all customers, whatever view opens by default.</summary>
    public const string Everybody = "all";

    private const string Between = "..";
    private const string MonthFormat = "yyyy-MM";
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The filter in an address. A feature that <paramref name="customers"/> does not have is left out.</summary>
    /// <param name="query">The address.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="among">The audience that the address names, looked up for whoever asks; null on pages that do not filter by audience.</param>
    public static CustomerFilter Read(AddressQuery query, CustomerTable customers, NamedCustomers? among = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(customers);
        return new CustomerFilter
        {
            Among = among,
            SegmentIds = [.. query.All(Segment).Select(ReadId).OfType<long>().Distinct()],
            Stages = [.. query.All(Stage).Select(ReadStage).OfType<CustomerStage>().Distinct().Order()],
            Countries = [.. query.All(Country).Where(country => country.Length > 0).Distinct()],
            Text = query.Find(Text)?.Trim() ?? "",
            Month = DateOnly.TryParseExact(query.Find(Month), MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null,
            Ranges = [.. query.Pairs.Where(pair => customers.Has(pair.Key)).Select(ReadRange).OfType<FeatureRange>()],
        };
    }

    /// <summary>Replaces the filter in an address.</summary>
    public static AddressQuery Write(AddressQuery query, CustomerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(filter);
        var written = query.Without([Audience, Segment, Stage, Country, Text, Month, .. FeatureCatalog.All.Select(definition => definition.Name), .. CustomerMeasures.All.Select(measure => measure.Name), .. SalesMeasures.All.Select(measure => measure.Name), .. filter.Ranges.Select(range => range.Feature)])
            .With(Segment, filter.SegmentIds.Select(id => id.ToString(CultureInfo.InvariantCulture)))
            .With(Stage, filter.Stages.Select(NameOf))
            .With(Country, filter.Countries);
        written = filter.Among is not { } among ? written : written.With(Audience, [among.IsMembers ? Members : among.Id.ToString(CultureInfo.InvariantCulture)]);
        written = filter.Text.Length == 0 ? written : written.With(Text, filter.Text);
        written = filter.Month is not { } month ? written : written.With(Month, month.ToString(MonthFormat, CultureInfo.InvariantCulture));
        return filter.Ranges.Aggregate(written, (some, range) => some with { Pairs = some.Pairs.Add(KeyValuePair.Create(range.Feature, WriteRange(range))) });
    }

    /// <summary>Toggles a segment in a filter.</summary>
    public static CustomerFilter Toggle(this CustomerFilter filter, long segmentId)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter with { SegmentIds = Toggled(filter.SegmentIds, segmentId) };
    }

    /// <summary>Toggles a stage in a filter.</summary>
    public static CustomerFilter Toggle(this CustomerFilter filter, CustomerStage stage)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter with { Stages = Toggled(filter.Stages, stage) };
    }

    /// <summary>Toggles a country in a filter.</summary>
    public static CustomerFilter Toggle(this CustomerFilter filter, string country)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter with { Countries = Toggled(filter.Countries, country) };
    }

    /// <summary>Sets the month of a filter, or removes it when it is already set to that month.</summary>
    public static CustomerFilter Toggle(this CustomerFilter filter, DateOnly month)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter with { Month = filter.Month == month ? null : month };
    }

    private static ImmutableArray<T> Toggled<T>(ImmutableArray<T> values, T value) => values.Contains(value) ? values.Remove(value) : values.Add(value);

    private static CustomerStage? ReadStage(string text) => Array.Find(Enum.GetValues<CustomerStage>(), stage => NameOf(stage) == text) is var found && NameOf(found) == text ? found : null;

    /// <summary>The name of a stage in addresses and test ids.</summary>
    public static string NameOf(CustomerStage stage) => stage.ToString().ToLowerInvariant();

    /// <summary>An id in an address; null when it is none.</summary>
    public static long? ReadId(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static FeatureRange? ReadRange(KeyValuePair<string, string> pair)
    {
        var ends = pair.Value.Split(Between);
        var isDate = CustomerTable.UnitOf(pair.Key) == FeatureUnit.Date;
        return ends.Length == 2 && ReadBound(ends[0], isDate, out var from) && ReadBound(ends[1], isDate, out var to) && (from ?? to) is not null ? new FeatureRange(pair.Key, from, to) : null;
    }

    private static bool ReadBound(string text, bool isDate, out double? bound)
    {
        bound = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (isDate)
        {
            bound = DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber : null;
            return bound is not null;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return false;
        }

        bound = value;
        return true;
    }

    private static string WriteRange(FeatureRange range)
    {
        var isDate = CustomerTable.UnitOf(range.Feature) == FeatureUnit.Date;
        return $"{WriteBound(range.From, isDate)}{Between}{WriteBound(range.To, isDate)}";
    }

    private static string WriteBound(double? bound, bool isDate)
        => bound is not { } value ? "" : isDate ? FeatureText.DayOf(value).ToString(DayFormat, CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
