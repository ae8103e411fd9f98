using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Insiders.Web.Components.Exporting;

/// <summary>Every table that can be had as a file, by its key.</summary>
/// <param name="entries">What the features hand in; no two have one key.</param>
public sealed class ExportCatalog(ImmutableArray<ExportEntry> entries)
{
    private readonly FrozenDictionary<string, ExportEntry> _byKey = entries.ToFrozenDictionary(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>The tables, in the order in which the features hand them in.</summary>
    public ImmutableArray<ExportEntry> All => entries;

    /// <summary>A table by its key.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a menu offers what nobody can have.</exception>
    public ExportEntry Get(string key) => _byKey[key];
}
