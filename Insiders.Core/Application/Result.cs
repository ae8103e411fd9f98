using Insiders.Core.Problems;

namespace Insiders.Core.Application;

/// <summary>What a use case without a value returns: success, or the problem that prevented it.</summary>
/// <param name="Problem">Null on success.</param>
public readonly record struct Result(Problem? Problem)
{
    /// <summary>Success.</summary>
    public static Result Done => default;

    /// <summary>A refusal.</summary>
    public static implicit operator Result(Problem problem) => new(problem);
}
