namespace Insiders.Core.Import;

/// <summary>A file that cannot be read as a sales ledger. Nothing of it was loaded.</summary>
/// <remarks>The message is one sentence, or two, that a marketing analyst understands: what was expected and what was found.</remarks>
public sealed class NotALedgerException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="expected">What the file should have held, in words that fit after "Expected".</param>
    /// <param name="found">What it holds instead, a sentence without its full stop.</param>
    /// <param name="inner">The failure underneath, if there was one.</param>
    public NotALedgerException(string expected, string found, Exception? inner = null)
        : base($"{found}; expected {expected}.", inner)
    {
        Expected = expected;
        Found = found;
    }

    /// <summary>What the file should have held.</summary>
    public string Expected { get; }

    /// <summary>What it holds instead.</summary>
    public string Found { get; }
}
