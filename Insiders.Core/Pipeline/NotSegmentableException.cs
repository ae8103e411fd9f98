namespace Insiders.Core.Pipeline;

/// <summary>A ledger that a recipe finds no segments in. The message is one sentence for the person who asked.</summary>
/// <param name="message">What is missing, and what to change.</param>
public sealed class NotSegmentableException(string message) : Exception(message);
