using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Insiders.Web.Navigation;

/// <summary>The part of an address after the question mark: the state of a page. Keys come in order, a key may come more than once.</summary>
/// <param name="Pairs">Decoded keys and values.</param>
public sealed record AddressQuery(ImmutableArray<KeyValuePair<string, string>> Pairs)
{
    /// <summary>No state: the page as a first visitor sees it.</summary>
    public static AddressQuery Empty { get; } = new([]);

    /// <summary>Reads an address, whole or relative.</summary>
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

    /// <summary>The same with these values of a key instead of the ones it had; none takes the key away.</summary>
    public AddressQuery With(string key, params IEnumerable<string> values) => new([.. Pairs.Where(pair => pair.Key != key), .. values.Select(value => KeyValuePair.Create(key, value))]);

    /// <summary>The same with a value, or without the key when the value is the page's default or null.</summary>
    public AddressQuery WithUnless(string key, string? value, string standard) => value is null || value == standard ? Without(key) : With(key, [value]);

    /// <summary>The same without some keys.</summary>
    public AddressQuery Without(params string[] keys) => new([.. Pairs.Where(pair => !keys.Contains(pair.Key))]);

    /// <summary>The address of a page in this state.</summary>
    /// <param name="path">Such as <c>/customers</c>, encoded.</param>
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
