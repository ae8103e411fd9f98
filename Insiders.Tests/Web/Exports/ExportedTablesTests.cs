using System.Text.RegularExpressions;
using Insiders.Tests.Architecture;
using Insiders.Tests.Fixtures;
using Insiders.Web.Shell;

namespace Insiders.Tests.Web.Exports;

/// <summary>Every table on every page is had as a file.</summary>
public sealed partial class ExportedTablesTests
{
    // A table in one component whose menu stands in another, at the head of the card or of the page.
    private static readonly Dictionary<string, string> s_menuOf = new(StringComparer.Ordinal)
    {
        ["AuditTable"] = "AuditPage",
        ["PeopleTable"] = "PeoplePage",
        ["RunTable"] = "RunsPage",
        ["CustomerRows"] = "CustomersHead",
        ["DifferenceBars"] = "SelectionCard",
        ["AudienceTable"] = "AudienceCard",
        ["ChartTableView"] = "ChartCard",
        ["ChangeTable"] = "AudienceBody",
        ["ReportTable"] = "ReportPage",
        ["ReportBars"] = "ReportPage",
        ["ProofCard"] = "ReportPage", // its lines are the eighth answer
        ["ValueMethod"] = "ValueTable", // how far the table can be believed
    };

    // The first rows of the reader's own file, before anything of it is loaded; what other limits would change, before they are saved.
    private static readonly string[] s_previews = ["ImportPreviewTable", "SetupLedger", "StageChange", "HighValueCard", "ScenarioCard"];

    [Fact]
    public void Every_table_has_a_menu_of_files()
    {
        var components = SourceFiles.Of(".razor", "Insiders.Web").Select(file => (Name: Path.GetFileNameWithoutExtension(file.Path), file.Path, Text: string.Join('\n', file.Lines))).ToList();

        Rule.HasNoOffenders(
            from component in components
            where component.Text.Contains("<table", StringComparison.Ordinal) && !s_previews.Contains(component.Name) && !HasMenu(component.Text)
            where !components.Any(other => other.Name == s_menuOf.GetValueOrDefault(component.Name) && HasMenu(other.Text))
            select component.Path,
            "Give these tables an <ExportMenu>, or say here where theirs is:");
    }

    [Fact]
    public void Every_menu_offers_a_table_of_the_catalogue()
    {
        string[] offered = [.. SourceFiles.Of(".razor", "Insiders.Web").SelectMany(file => file.Lines).SelectMany(line => KeyOfMenu().Matches(line)).Select(match => match.Groups["key"].Value).Distinct().Order()];

        Assert.InRange(offered.Length, 25, ModuleCatalog.Exports.Length);
        Assert.Empty(offered.Except(ModuleCatalog.Exports.Select(entry => entry.Key)));
    }

    private static bool HasMenu(string component) => component.Contains("<ExportMenu", StringComparison.Ordinal) || component.Contains("ExportDialect.Offered", StringComparison.Ordinal);

    [GeneratedRegex("(?:<ExportMenu Table|Export)=\"(?<key>[a-z-]+)\"")]
    private static partial Regex KeyOfMenu();
}
