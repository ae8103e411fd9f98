using System.Collections.Immutable;

namespace Insiders.Core.Numerics;

/// <summary>Where a search for the least value ended.</summary>
/// <param name="Point">The place.</param>
/// <param name="Value">The value there.</param>
/// <param name="InverseHessian">Shape [parameters × parameters]: the curvature's inverse as far as the search got to know it; a start for the next search.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Converged">False when the limit of iterations came first, or no step went down while there was a slope.</param>
public sealed record Minimum(ImmutableArray<double> Point, double Value, Matrix InverseHessian, int Iterations, bool Converged);
