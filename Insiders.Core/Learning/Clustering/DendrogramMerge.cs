namespace Insiders.Core.Learning.Clustering;

/// <summary>Two clusters become one.</summary>
/// <param name="First">Number of one: a row, or the number of rows + the place of the merge that made it.</param>
/// <param name="Second">Number of the other, above <paramref name="First"/>.</param>
/// <param name="Height">How far apart they were, 0 or more.</param>
/// <param name="Rows">Rows of the two together.</param>
public readonly record struct DendrogramMerge(int First, int Second, double Height, int Rows);
