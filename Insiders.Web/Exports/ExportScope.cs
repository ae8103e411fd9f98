namespace Insiders.Web.Exports;

/// <summary>The conditions that narrow everything on a page, passed down to its charts to name their data files.</summary>
/// <param name="Conditions">The conditions in the reader's language.</param>
public sealed record ExportScope(Func<IEnumerable<string>> Conditions);
