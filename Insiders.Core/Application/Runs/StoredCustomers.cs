namespace Insiders.Core.Application.Runs;

/// <summary>What the figures of a run's customers take in the database.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Customers">Number of its customers.</param>
/// <param name="Bytes">Space that removing their figures frees, estimated from a sample of them.</param>
public sealed record StoredCustomers(long RunId, int Customers, long Bytes);
