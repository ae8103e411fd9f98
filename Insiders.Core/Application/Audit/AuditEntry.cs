namespace Insiders.Core.Application.Audit;

/// <summary>One recorded action.</summary>
/// <param name="Id">Ascending in the order of writing; 0 until the entry is written.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Actor">Who: an account's e-mail address, or the name of the part of the program that acted by itself.</param>
/// <param name="Action">What, as a stable key such as <c>run.published</c>.</param>
/// <param name="Subject">To what: a run, an import, an account.</param>
/// <param name="Detail">Further text, or null. Never a secret.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, string Actor, string Action, string Subject, string? Detail = null);
