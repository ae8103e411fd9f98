namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>How far the data are for and against a hypothesis with a threshold, such as "at least twice as much".</summary>
/// <param name="AgainstFalse">How likely data like these are if the effect is only just not what the hypothesis says: small where it holds.</param>
/// <param name="AgainstTrue">How likely they are if it only just is: small where it does not hold.</param>
public readonly record struct Claim(double AgainstFalse, double AgainstTrue)
{
    /// <summary>The claim of the opposite: "at most" for "at least".</summary>
    public Claim Opposite => new(AgainstTrue, AgainstFalse);
}
