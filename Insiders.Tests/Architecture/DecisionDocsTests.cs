using System.Text.RegularExpressions;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Architecture;

/// <summary>Decisions are numbered, complete, indexed and in the changelog.</summary>
public sealed partial class DecisionDocsTests
{
    private static readonly string[] s_parts = ["Status", "Date", "Context", "Decision", "Rationale", "Easier", "Harder"];

    private static string Folder => Path.Combine(SharedData.RepositoryRoot, "docs", "decisions");

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.md")
        .Where(path => Path.GetFileName(path) != "README.md").Order(StringComparer.Ordinal);

    [Fact]
    public void A_decision_has_a_number_of_its_own_and_its_heading_says_so()
    {
        Rule.HasNoOffenders(
            Files.Where(path => !FileName().IsMatch(Path.GetFileName(path))
                || !File.ReadLines(path).First().StartsWith($"# {Path.GetFileName(path)[..4]} ", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)),
            "A decision is called 0004-what-it-is-about.md and begins with '# 0004 What it says':");
        Rule.HasNoOffenders(
            Files.GroupBy(path => Path.GetFileName(path)[..4]).Where(group => group.Count() > 1).Select(group => group.Key),
            "These numbers are given twice:");
    }

    [Fact]
    public void A_decision_says_status_date_context_decision_rationale_and_what_gets_easier_and_harder()
        => Rule.HasNoOffenders(
            from path in Files
            let text = File.ReadAllText(path)
            let missing = s_parts.Where(part => !text.Contains(part, StringComparison.OrdinalIgnoreCase)).ToArray()
            where missing.Length > 0
            select $"{Path.GetFileName(path)}: {string.Join(", ", missing)}",
            "These decisions lack a part:");

    [Fact]
    public void The_index_lists_every_decision()
    {
        var path = Path.Combine(Folder, "README.md");
        var expected = "# Decisions\n\nWhat was decided, when and why, newest last. A later decision may change an earlier one. The number 0007 was never assigned.\n\n"
            + string.Concat(Files.Select(file => $"- [{File.ReadLines(file).First()[2..]}]({Path.GetFileName(file)})\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }

    [Fact]
    public void The_changelog_tells_of_every_decision()
    {
        var changelog = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "CHANGELOG.md"));

        Rule.HasNoOffenders(
            Files.Select(path => Path.GetFileName(path)[..4]).Where(number => !changelog.Contains($"decision {number}", StringComparison.OrdinalIgnoreCase)),
            "CHANGELOG.md must say '(decision NNNN)' in the line of the change that made them:");
    }

    [GeneratedRegex("^[0-9]{4}-[a-z0-9]+(?:-[a-z0-9]+)*\\.md$")]
    private static partial Regex FileName();
}
