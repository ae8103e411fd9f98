namespace Insiders.Core.Numerics;

/// <summary>A function to be minimised, with its slopes.</summary>
/// <param name="point">Where.</param>
/// <param name="gradient">Receives the slope along each direction; as long as the point.</param>
/// <returns>The value; anything but a finite number means that the point is not allowed.</returns>
public delegate double Objective(ReadOnlySpan<double> point, Span<double> gradient);
