namespace Insiders.Web.Cli;

/// <summary>A command cannot go on, and the person who typed it can mend that: the message is the sentence shown.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException(string message)
        : base(message)
    {
    }

    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RefusedException()
    {
    }
}
