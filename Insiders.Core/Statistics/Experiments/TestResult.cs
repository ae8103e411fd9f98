namespace Insiders.Core.Statistics.Experiments;

/// <summary>What a comparison of two groups found.</summary>
/// <param name="Estimate">The difference, second less first; or that difference as a share of the first.</param>
/// <param name="Low">Lower end of its interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="P">How likely a difference at least this large is where there is none, two-sided.</param>
/// <param name="Freedom">Degrees of freedom (Welch 1947).</param>
public sealed record TestResult(double Estimate, double Low, double High, double P, double Freedom);
