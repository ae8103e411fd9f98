using System.Globalization;
using System.Security.Claims;
using Insiders.Web.Navigation;

namespace Insiders.Web.Components.Exporting;

/// <summary>A request to export a table: its address, and the services to read it with.</summary>
/// <param name="Services">The services of the site.</param>
/// <param name="Query">The query of the address, which is that of the page, so that its filters apply to the file.</param>
public sealed record ExportRequest(IServiceProvider Services, IQueryCollection Query)
{
    /// <summary>Keys of an address that concern the file, not its content: the separator, the decimal mark, and whether to export all columns.</summary>
    public const string SeparatorKey = "sep", DecimalsKey = "dec", AllColumnsKey = "all";

    /// <summary>True for all columns; false for those the page shows.</summary>
    public bool AllColumns => Query[AllColumnsKey] == "1";

    /// <summary>Who asks.</summary>
    public ClaimsPrincipal Person { get; init; } = new();

    /// <summary>The query as parsed by pages.</summary>
    public AddressQuery Address => new([.. Query.SelectMany(pair => pair.Value.OfType<string>(), (pair, value) => KeyValuePair.Create(pair.Key, value))]);

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A whole number in the query; null when there is none with that key.</summary>
    public long? Number(string name) => long.TryParse(Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A text in the query; null when there is none with that key.</summary>
    public string? Text(string name) => Query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;
}
