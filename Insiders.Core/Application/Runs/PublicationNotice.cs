namespace Insiders.Core.Application.Runs;

/// <summary>The last publication since the process started.</summary>
/// <param name="Number">How many there were; 0 for none.</param>
/// <param name="RunId">The run that pages show from then on.</param>
/// <param name="By">Who published it.</param>
public sealed record PublicationNotice(long Number, long RunId, string By);
