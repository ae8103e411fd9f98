namespace Insiders.Core.Problems;

/// <summary>An exception that carries a <see cref="Problems.Problem"/>; its message is the problem's English sentence.</summary>
public interface IHasProblem
{
    /// <summary>What is wrong.</summary>
    Problem Problem { get; }
}
