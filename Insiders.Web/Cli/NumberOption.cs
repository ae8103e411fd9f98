using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Insiders.Web.Cli;

/// <summary>Options that take a whole number and say in words what they expected and what they found.</summary>
public static class NumberOption
{
    /// <summary>An optional whole number between two bounds; null when it is not given.</summary>
    public static Option<int?> Between(string name, int least, int most, string description) => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = result =>
        {
            if (int.TryParse(Text(result), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} expects a whole number from {least} to {most}, and found '{Text(result)}'."));
            return null;
        },
    };

    /// <summary>An optional random seed; null when it is not given.</summary>
    public static Option<ulong?> Seed(string description) => new("--seed")
    {
        HelpName = "N",
        Description = description,
        CustomParser = result =>
        {
            if (ulong.TryParse(Text(result), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            result.AddError($"--seed expects a whole number, zero or more, and found '{Text(result)}'.");
            return null;
        },
    };

    private static string Text(ArgumentResult result) => result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
}
