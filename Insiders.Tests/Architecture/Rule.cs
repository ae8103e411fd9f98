namespace Insiders.Tests.Architecture;

/// <summary>How a rule fails: with the list of those who break it.</summary>
internal static class Rule
{
    /// <summary>Passes when nobody breaks the rule.</summary>
    /// <param name="offenders">Who breaks it, and where.</param>
    /// <param name="rule">What to do about it.</param>
    public static void HasNoOffenders(IEnumerable<string> offenders, string rule)
    {
        string[] list = [.. offenders.Order(StringComparer.Ordinal)];
        Assert.True(list.Length == 0, $"{rule}{Environment.NewLine}{string.Join(Environment.NewLine, list)}");
    }
}
