using System.Collections.Immutable;

namespace Insiders.Web.Exports;

/// <summary>The description of an exported table in one language.</summary>
/// <param name="Title">The table's title.</param>
/// <param name="Conditions">The conditions that narrowed it.</param>
public sealed record ExportText(string Title, ImmutableArray<string> Conditions);
