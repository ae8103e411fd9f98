using System.Diagnostics.CodeAnalysis;
using Insiders.Core.Problems;

namespace Insiders.Core.Application;

/// <summary>What a use case returns: a value, or the problem that prevented it.</summary>
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

    /// <summary>Gets the value or the problem.</summary>
    /// <param name="value">The value; the type's default when there is a problem.</param>
    /// <param name="problem">Null when there is a value.</param>
    /// <returns>True when there is a value.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Problem? problem)
    {
        (value, problem) = (_value, Problem);
        return problem is null;
    }

    /// <summary>A successful result.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}
