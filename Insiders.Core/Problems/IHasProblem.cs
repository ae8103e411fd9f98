namespace Insiders.Core.Problems;

/// <summary>An exception that says what is wrong by code; its message is the code's English sentence.</summary>
public interface IHasProblem
{
    /// <summary>What is wrong.</summary>
    Problem Problem { get; }
}
