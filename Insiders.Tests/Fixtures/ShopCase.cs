using System.Globalization;
using System.Text.Json;

namespace Insiders.Tests.Fixtures;

/// <summary>A sales file with one habit of real shops, and what is true of it: beside the repository, as the real ledgers are.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expected">What is true of it.</param>
public sealed record ShopCase(string Name, JsonElement Expected)
{
    /// <summary>Every case by name; one name without a case where there are none, for a test that then fails or is skipped.</summary>
    public static TheoryData<string> Names => IsHere ? [.. Read().Keys.Order(StringComparer.Ordinal)] : ["no case"];

    /// <summary>True when the cases are here.</summary>
    public static bool IsHere => File.Exists(List);

    /// <summary>Where its file lies.</summary>
    public string Path => System.IO.Path.Combine(Folder, "import", Name + ".csv");

    /// <summary>Options that the command line is called with.</summary>
    public string[] Arguments => [.. Expected.GetProperty("arguments").EnumerateArray().Select(argument => argument.GetString()!)];

    private static string Folder => System.IO.Path.Combine(SharedData.RepositoryRoot, "..", "shared", "cases");

    private static string List => System.IO.Path.Combine(Folder, "import.json");

    /// <summary>The case of a name.</summary>
    public static ShopCase Find(string name) => new(name, Read()[name]);

    /// <summary>A text of the case; null when it says nothing.</summary>
    public string? Text(string member) => Expected.TryGetProperty(member, out var value) ? value.GetString() : null;

    /// <summary>True when nothing is doubtful about it.</summary>
    public bool IsQuiet => Expected.TryGetProperty("quiet", out var value) && value.GetBoolean();

    /// <summary>Every customer with its figures; null where the file does not say one.</summary>
    public IReadOnlyDictionary<string, (decimal? Revenue, decimal? Recency, decimal? Invoices, string? Country)> Customers() => Expected.GetProperty("customers").EnumerateObject().ToDictionary(
        customer => customer.Name.ToLowerInvariant(),
        customer => (Number(customer.Value, "gross_revenue"), Number(customer.Value, "recency_days"), Number(customer.Value, "invoices"),
            customer.Value.TryGetProperty("country", out var country) ? country.GetString() : null));

    /// <summary>Customers whose figures depend on the answer.</summary>
    public HashSet<string> Excepted() => Expected.TryGetProperty("figures_except", out var list) ? [.. list.EnumerateArray().Select(customer => customer.GetString()!.ToLowerInvariant())] : [];

    private static Dictionary<string, JsonElement> Read() => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(List))!;

    private static decimal? Number(JsonElement customer, string member) => customer.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null
        ? value.ValueKind == JsonValueKind.String ? decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDecimal() : null;
}
