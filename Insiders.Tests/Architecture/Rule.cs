namespace Insiders.Tests.Architecture;

/// <summary>Makes a rule fail with the list of its offenders.</summary>
internal static class Rule
{
    /// <summary>Passes when the rule has no offenders.</summary>
    /// <param name="offenders">What breaks the rule, and where.</param>
    /// <param name="rule">How to fix it.</param>
    public static void HasNoOffenders(IEnumerable<string> offenders, string rule)
    {
        string[] list = [.. offenders.Order(StringComparer.Ordinal)];
        Assert.True(list.Length == 0, $"{rule}{Environment.NewLine}{string.Join(Environment.NewLine, list)}");
    }
}
