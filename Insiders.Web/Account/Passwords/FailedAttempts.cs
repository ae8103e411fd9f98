namespace Insiders.Web.Account.Passwords;

/// <summary>Wrong passwords for an account since its owner last signed in.</summary>
/// <param name="Count">Number of attempts.</param>
/// <param name="Places">Number of network addresses or browsers they came from, as far as they were counted.</param>
/// <param name="LastAt">When the last one was.</param>
public sealed record FailedAttempts(int Count, int Places, DateTimeOffset LastAt);
