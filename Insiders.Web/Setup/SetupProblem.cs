using System.Collections.Immutable;
using Insiders.Core.Import;

namespace Insiders.Web.Setup;

/// <summary>Why the first file was not taken.</summary>
/// <param name="Sentence">In the language of whoever asks.</param>
/// <param name="Rows">The first rows that cannot be read; empty when the file as a whole is at fault.</param>
public sealed record SetupProblem(Func<string> Sentence, ImmutableArray<RejectedRow> Rows)
{
    /// <summary>The currency that was chosen with it, so that nobody chooses it again; null for none.</summary>
    public string? Currency { get; init; }
}
