namespace Insiders.Core.Learning.Embeddings;

/// <summary>Settings of one step of the chain that gives each customer a place.</summary>
public abstract record EmbeddingOptions : StepOptions
{
    /// <param name="kind">The method's name.</param>
    protected EmbeddingOptions(string kind)
        : base(kind)
    {
    }
}
