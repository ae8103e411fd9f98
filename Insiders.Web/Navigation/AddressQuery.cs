using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Insiders.Web.Navigation;

/// <summary>The query string of an address, which holds the state of a page. Keys are ordered, and a key may occur more than once.</summary>
/// <param name="Pairs">Decoded keys and values.</param>
public sealed record AddressQuery(ImmutableArray<KeyValuePair<string, string>> Pairs)
{
    /// <summary>No state: the page as a first visitor sees it.</summary>
    public static AddressQuery Empty { get; } = new([]);

    /// <summary>Parses an absolute or relative address.</summary>
    public static AddressQuery Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0)
        {
            return Empty;
        }

        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(address.AsMemory(mark).ToString().Split('#')[0]))
        {
            pairs.Add(KeyValuePair.Create(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return new(pairs.ToImmutable());
    }

    /// <summary>The first value of a key; null when it has none.</summary>
    public string? Find(string key) => Pairs.FirstOrDefault(pair => pair.Key == key).Value;

    /// <summary>All values of a key.</summary>
    public ImmutableArray<string> All(string key) => [.. Pairs.Where(pair => pair.Key == key).Select(pair => pair.Value)];

    /// <summary>Replaces the values of a key; no values remove the key.</summary>
    public AddressQuery With(string key, params IEnumerable<string> values) => new([.. Pairs.Where(pair => pair.Key != key), .. values.Select(value => KeyValuePair.Create(key, value))]);

    /// <summary>Sets a key to a value, or removes it when the value is the page's default or null.</summary>
    public AddressQuery WithUnless(string key, string? value, string standard) => value is null || value == standard ? Without(key) : With(key, [value]);

    /// <summary>Removes keys.</summary>
    public AddressQuery Without(params string[] keys) => new([.. Pairs.Where(pair => !keys.Contains(pair.Key))]);

    /// <summary>The address of a page in this state.</summary>
    /// <param name="path">The path, such as <c>/customers</c>, encoded.</param>
    public string To(string path)
    {
        var text = new StringBuilder(path);
        for (var i = 0; i < Pairs.Length; i++)
        {
            text.Append(i == 0 ? '?' : '&').Append(Uri.EscapeDataString(Pairs[i].Key)).Append('=').Append(Uri.EscapeDataString(Pairs[i].Value));
        }

        return text.ToString();
    }
}
