namespace Insiders.Web.Exports;

/// <summary>What narrows everything on a page, handed down to its charts: the files of their data are named by it.</summary>
/// <param name="Conditions">In words, in the language of whoever asks.</param>
public sealed record ExportScope(Func<IEnumerable<string>> Conditions);
