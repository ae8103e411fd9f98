using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Insiders.Web.Components.Exporting;

/// <summary>Every table that can be exported, by key.</summary>
/// <param name="entries">The entries registered by the features, with unique keys.</param>
public sealed class ExportCatalog(ImmutableArray<ExportEntry> entries)
{
    private readonly FrozenDictionary<string, ExportEntry> _byKey = entries.ToFrozenDictionary(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>The tables, in order of registration.</summary>
    public ImmutableArray<ExportEntry> All => entries;

    /// <summary>Finds a table by key.</summary>
    /// <exception cref="KeyNotFoundException">No table has the key, so a menu offers an export that does not exist.</exception>
    public ExportEntry Get(string key) => _byKey[key];
}
