using System.Diagnostics.CodeAnalysis;
using Insiders.Core.Problems;

namespace Insiders.Core.Application;

/// <summary>What a use case answers: a value, or the problem that kept it from being made.</summary>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Problem? problem)
    {
        _value = value;
        Problem = problem;
    }

    /// <summary>Null when there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is a problem instead; the message is its sentence.</exception>
    public T Value => Problem is null ? _value! : throw new InvalidOperationException(Problem.Sentence);

    /// <summary>Takes the value out.</summary>
    /// <param name="value">The value; the type's default where there is a problem.</param>
    /// <param name="problem">Null when there is a value.</param>
    /// <returns>True when there is a value.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Problem? problem)
    {
        (value, problem) = (_value, Problem);
        return problem is null;
    }

    /// <summary>A value as an answer.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal as an answer.</summary>
    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}
