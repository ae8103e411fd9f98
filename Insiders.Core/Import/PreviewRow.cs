using System.Collections.Immutable;

namespace Insiders.Core.Import;

/// <summary>A row as it would be read.</summary>
/// <param name="Line">Line of the file where it starts; the header is line 1.</param>
/// <param name="Values">Its values in file order, trimmed; as many as the row has.</param>
/// <param name="Rejected">Why it is no sale, and which column is at fault; null when it is one.</param>
public sealed record PreviewRow(long Line, ImmutableArray<string> Values, RejectedRow? Rejected);
