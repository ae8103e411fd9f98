namespace Insiders.Core.Numerics;

/// <summary>Reports a part's progress as a stretch of the whole.</summary>
internal sealed class ScaledProgress(IProgress<double> whole, double from, double width) : IProgress<double>
{
    public void Report(double value) => whole.Report(from + (width * value));
}
