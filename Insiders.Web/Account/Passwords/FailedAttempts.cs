namespace Insiders.Web.Account.Passwords;

/// <summary>Wrong passwords for an account since its owner last signed in.</summary>
/// <param name="Count">How many.</param>
/// <param name="Places">From how many places of the network, as far as they were counted.</param>
/// <param name="LastAt">When the last one was.</param>
public sealed record FailedAttempts(int Count, int Places, DateTimeOffset LastAt);
