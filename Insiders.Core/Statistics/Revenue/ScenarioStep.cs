namespace Insiders.Core.Statistics.Revenue;

/// <summary>One line of a scenario's arithmetic.</summary>
/// <param name="Lever">What is changed.</param>
/// <param name="Before">It, before.</param>
/// <param name="After">It, after.</param>
/// <param name="Revenue">Revenue with this and everything changed above it.</param>
/// <param name="Gain">What this line adds to the revenue of the line above.</param>
public readonly record struct ScenarioStep(ScenarioLever Lever, double Before, double After, double Revenue, double Gain);
