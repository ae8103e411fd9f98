namespace Insiders.Core.Pipeline;

/// <summary>A recipe file that cannot be used. The message is one sentence for the person who wrote it.</summary>
/// <param name="message">Names the setting, the value and what was expected.</param>
/// <param name="inner">What lies behind it, or null.</param>
public sealed class RecipeException(string message, Exception? inner = null) : Exception(message, inner);
