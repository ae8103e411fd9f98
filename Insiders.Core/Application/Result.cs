using Insiders.Core.Problems;

namespace Insiders.Core.Application;

/// <summary>What a use case answers that has nothing to give: done, or the problem that kept it from being done.</summary>
/// <param name="Problem">Null when it is done.</param>
public readonly record struct Result(Problem? Problem)
{
    /// <summary>It is done.</summary>
    public static Result Done => default;

    /// <summary>A refusal as an answer.</summary>
    public static implicit operator Result(Problem problem) => new(problem);
}
