namespace Insiders.Core.Application.Programmes;

/// <summary>A review that was carried out.</summary>
/// <param name="Id">Its id, 0 until it is stored; ascending.</param>
/// <param name="Cause">What brought it about.</param>
/// <param name="RunId">The published run it looked at.</param>
/// <param name="PublishedAt">When that was published: one publication is reviewed once.</param>
/// <param name="On">The last day of the run's data.</param>
/// <param name="At">When it was carried out.</param>
/// <param name="By">Who brought it about; the name of the program where it did so itself.</param>
/// <param name="Members">Members afterwards.</param>
/// <param name="RevenueAmount">What they had bought by then.</param>
public sealed record ReviewRow(long Id, ReviewCause Cause, long RunId, DateTimeOffset PublishedAt, DateOnly On, DateTimeOffset At, string By, int Members, double RevenueAmount);
