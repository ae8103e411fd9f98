namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>Cases that were foretold to be about equally likely, and what became of them.</summary>
/// <param name="Cases">How many.</param>
/// <param name="MeanPredicted">Foretold on average.</param>
/// <param name="MeanMade">What came on average: of chances the share that happened.</param>
/// <param name="Low">Lower end of the 95 % interval of what came.</param>
/// <param name="High">Upper end.</param>
public readonly record struct CalibrationBin(int Cases, double MeanPredicted, double MeanMade, double Low, double High)
{
    /// <summary>True when what was foretold lies within the interval of what came.</summary>
    public bool Holds => MeanPredicted >= Low && MeanPredicted <= High;
}
