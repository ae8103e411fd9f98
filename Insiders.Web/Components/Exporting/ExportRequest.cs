using System.Globalization;
using System.Security.Claims;
using Insiders.Web.Navigation;

namespace Insiders.Web.Components.Exporting;

/// <summary>What a table is exported for: the address it was asked by, and where to read it from.</summary>
/// <param name="Services">The services of the site.</param>
/// <param name="Query">The query of the address: that of the page, whose filters hold for the file too.</param>
public sealed record ExportRequest(IServiceProvider Services, IQueryCollection Query)
{
    /// <summary>Keys of an address that are about the file, not about what is in it: the separator, the decimals, and whether all columns are wanted.</summary>
    public const string SeparatorKey = "sep", DecimalsKey = "dec", AllColumnsKey = "all";

    /// <summary>True for every column there is; false for those that the page shows.</summary>
    public bool AllColumns => Query[AllColumnsKey] == "1";

    /// <summary>Who asks.</summary>
    public ClaimsPrincipal Person { get; init; } = new();

    /// <summary>The query as a page reads it.</summary>
    public AddressQuery Address => new([.. Query.SelectMany(pair => pair.Value.OfType<string>(), (pair, value) => KeyValuePair.Create(pair.Key, value))]);

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A whole number of the query; null when it has none of that name.</summary>
    public long? Number(string name) => long.TryParse(Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A text of the query; null when it has none of that name.</summary>
    public string? Text(string name) => Query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;
}
