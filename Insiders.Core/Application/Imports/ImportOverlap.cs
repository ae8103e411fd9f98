namespace Insiders.Core.Application.Imports;

/// <summary>Days that two imports cover.</summary>
/// <param name="FileName">The other one's file.</param>
/// <param name="First">The first day of both.</param>
/// <param name="Last">The last day of both.</param>
public sealed record ImportOverlap(string FileName, DateOnly First, DateOnly Last);
