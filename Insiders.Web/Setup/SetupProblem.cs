using System.Collections.Immutable;
using Insiders.Core.Import;

namespace Insiders.Web.Setup;

/// <summary>Why the first file was refused.</summary>
/// <param name="Sentence">Makes the sentence in the reader's language.</param>
/// <param name="Rows">The first rows that cannot be read; empty when the whole file is at fault.</param>
public sealed record SetupProblem(Func<string> Sentence, ImmutableArray<RejectedRow> Rows)
{
    /// <summary>The currency chosen with the file, so that it need not be chosen again; null for none.</summary>
    public string? Currency { get; init; }
}
