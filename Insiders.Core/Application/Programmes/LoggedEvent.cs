using Insiders.Core.Programmes;

namespace Insiders.Core.Application.Programmes;

/// <summary>A line of the log with the review that wrote it.</summary>
/// <param name="Id">Its id; ascending in the order of writing.</param>
/// <param name="ReviewId">The review.</param>
/// <param name="Event">What happened.</param>
public sealed record LoggedEvent(long Id, long ReviewId, ProgrammeEvent Event);
