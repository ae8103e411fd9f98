namespace Insiders.Core.Problems;

/// <summary>Something that whoever started the program has to mend first; the message is a sentence for the console.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Without a sentence.</summary>
    public RefusedException()
    {
    }

    /// <summary>With a sentence.</summary>
    public RefusedException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence and what was behind it.</summary>
    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
