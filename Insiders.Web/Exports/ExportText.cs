using System.Collections.Immutable;

namespace Insiders.Web.Exports;

/// <summary>What an exported table was, in one language.</summary>
/// <param name="Title">What the table is called.</param>
/// <param name="Conditions">What narrowed it.</param>
public sealed record ExportText(string Title, ImmutableArray<string> Conditions);
