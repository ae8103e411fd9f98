namespace Insiders.Core.Learning.Clustering;

/// <summary>Settings of one clustering method.</summary>
public abstract record ClustererOptions : StepOptions
{
    /// <param name="kind">The method's name.</param>
    protected ClustererOptions(string kind)
        : base(kind)
    {
    }
}
