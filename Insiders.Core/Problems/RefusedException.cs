namespace Insiders.Core.Problems;

/// <summary>Thrown when the person who started the program has to fix something first; the message is a sentence for the console.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Creates the exception without a sentence.</summary>
    public RefusedException()
    {
    }

    /// <summary>Creates the exception with a sentence.</summary>
    public RefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a sentence and its cause.</summary>
    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
