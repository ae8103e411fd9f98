using System.Text.RegularExpressions;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Architecture;

/// <summary>Rules checked on the source text.</summary>
public sealed partial class SourceRulesTests
{
    private const int LongestFile = 400;
    private const int LongestComponent = 150;
    private const int LongestCodeBlock = 60;
    private const int MostFilesInAFolder = 40;

    private static readonly string[] s_written = [".cs", ".razor", ".js", ".css"];

    // These lines name what they forbid.
    private const string Itself = "Insiders.Tests/Architecture/SourceRulesTests.cs";

    [Fact]
    public void No_file_is_longer_than_400_lines()
        => Rule.HasNoOffenders(
            s_written.SelectMany(extension => SourceFiles.Of(extension)).Where(file => file.Lines.Length > LongestFile).Select(file => $"{file.Path}: {file.Lines.Length}"),
            "Split these files by the question they answer:");

    [Fact]
    public void No_folder_holds_more_than_40_files_side_by_side()
        => Rule.HasNoOffenders(
            from file in s_written.SelectMany(extension => SourceFiles.Of(extension))
            group file by Path.GetDirectoryName(file.Path) into folder
            where folder.Count() > MostFilesInAFolder
            select $"{folder.Key}: {folder.Count()}",
            "Sort these folders by what their files are about:");

    [Fact]
    public void No_component_is_longer_than_150_lines()
        => Rule.HasNoOffenders(
            SourceFiles.Of(".razor").Where(file => file.Lines.Length > LongestComponent).Select(file => $"{file.Path}: {file.Lines.Length}"),
            "Split these components, or move their logic to a plain tested class:");

    [Fact]
    public void No_code_block_of_a_component_is_longer_than_60_lines()
        => Rule.HasNoOffenders(
            from file in SourceFiles.Of(".razor")
            let start = Array.FindIndex(file.Lines, line => line.StartsWith("@code", StringComparison.Ordinal))
            where start >= 0 && file.Lines.Length - start > LongestCodeBlock
            select $"{file.Path}: {file.Lines.Length - start}",
            "Move the logic of these components to plain tested classes:");

    [Fact]
    public void Components_learn_from_their_load_that_they_are_left()
        => Rule.HasNoOffenders(
            SourceFiles.Of(".razor").SelectMany(file => file.Where(line => line.Contains(nameof(CancellationTokenSource), StringComparison.Ordinal))),
            "An answer can arrive after a component is disposed, when its own source no longer has a token; use LatestLoad:");

    [Fact]
    public void A_file_holds_one_type_and_has_its_name()
        => Rule.HasNoOffenders(
            from file in SourceFiles.Of(".cs")
            let types = file.Lines.Select(line => TypeDeclaration().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).ToArray()
            where types.Length > 1 || (types.Length == 1 && file.Name != types[0] && !file.Name.StartsWith(types[0] + ".", StringComparison.Ordinal))
            select $"{file.Path}: {string.Join(", ", types)}",
            "One type per file, and the file has its name (a part of a partial type: Type.Part.cs):");

    [Fact]
    public void A_namespace_follows_its_folder()
        => Rule.HasNoOffenders(
            from file in SourceFiles.Of(".cs")
            let declared = file.Lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
            where declared is not null
            let expected = $"namespace {Path.GetDirectoryName(file.Path)!.Replace('\\', '/').Replace('/', '.')};"
            where declared != expected
            select $"{file.Path}: {declared}",
            "File-scoped, and the same as the folder:");

    // Use cases take a TimeProvider, and so do backups, whose names are times.
    private static readonly string[] s_withClock = ["Insiders.Core/Application/", "Insiders.Core/Storage/Backups/"];

    [Fact]
    public void Core_reads_no_clock_and_draws_no_chance_but_its_own()
        => Rule.HasNoOffenders(
            BelowUseCases().SelectMany(file => file.Where(line => ClockOrChance().IsMatch(line))),
            "Time is an argument, random numbers come from Rng (a Stopwatch for timings is fine):");

    // The ledger gives files and folders unique names; no result depends on them.
    [Fact]
    public void Core_makes_up_no_names_outside_the_ledger()
        => Rule.HasNoOffenders(
            BelowUseCases().Where(file => !file.Path.StartsWith("Insiders.Core/Ledger/", StringComparison.Ordinal))
                .SelectMany(file => file.Where(line => MadeUpName().IsMatch(line))),
            "An id that is drawn differs from run to run:");

    [Fact]
    public void No_work_is_left_for_later_in_a_comment()
        => Rule.HasNoOffenders(
            AllSource().SelectMany(file => file.Where(line => LeftForLater().IsMatch(line))),
            "Do it, or write it down where work is planned:");

    [Fact]
    public void No_code_is_commented_out()
        => Rule.HasNoOffenders(
            AllSource().SelectMany(file => file.Where(line => CommentedOut().IsMatch(line))),
            "Comments give reasons; old code is in the history:");

    [Fact]
    public void No_warning_is_silenced_without_a_reason()
        => Rule.HasNoOffenders(
            AllSource().SelectMany(file => file.Where(line => SilencedWithoutReason().IsMatch(line))),
            "Say in a comment on the same line why the warning is wrong here:");

    [Fact]
    public void Package_versions_stand_in_one_place()
        => Rule.HasNoOffenders(
            SourceFiles.Of(".csproj").SelectMany(file => file.Where(line => PackageVersion().IsMatch(line))),
            "Versions belong into Directory.Packages.props:");

    [Fact]
    public void Every_setting_of_the_program_is_listed_in_appsettings()
    {
        var listed = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "appsettings.json"));
        Rule.HasNoOffenders(
            from file in SourceFiles.Of(".cs", "Insiders.Web")
            from line in file.Lines
            from setting in Setting().Matches(line).SelectMany(match => match.Groups["name"].Value.Split(':'))
            where setting.Length > 0 && !listed.Contains($"\"{setting}\":", StringComparison.Ordinal)
            select $"{file.Path}: {setting}",
            "Name these settings in appsettings.json, each with a comment:");
    }

    // Use cases take a clock and create ids for uploads and views; the run log records times. No result depends on any of it.
    private static IEnumerable<SourceFile> BelowUseCases()
        => SourceFiles.Of(".cs", "Insiders.Core")
            .Where(file => !s_withClock.Any(room => file.Path.StartsWith(room, StringComparison.Ordinal)) && file.Path != "Insiders.Core/Storage/Files/RunLog.cs");

    private static IEnumerable<SourceFile> AllSource()
        => SourceFiles.Of(".cs").Concat(SourceFiles.Of(".razor")).Where(file => file.Path != Itself);

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe)\s+)*(?:class|interface|enum|record\s+struct|record\s+class|record|struct)\s+(?<name>\w+)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b|\bnew Random\b|\bRandom\.Shared\b|\bTickCount(?:64)?\b|\bTimeProvider\b")]
    private static partial Regex ClockOrChance();

    [GeneratedRegex("\"Insiders:(?<name>[A-Za-z:]+)\"|\\bsetup\\[\"(?<name>[A-Za-z]+)\"\\]")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\bGuid\.(?:NewGuid|CreateVersion7)\b|\bGetRandomFileName\b")]
    private static partial Regex MadeUpName();

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex LeftForLater();

    [GeneratedRegex(@"^\s*//(?!/).*[;{]\s*$")]
    private static partial Regex CommentedOut();

    [GeneratedRegex(@"#pragma warning disable(?!.*//)|\[SuppressMessage(?!.*Justification)")]
    private static partial Regex SilencedWithoutReason();

    [GeneratedRegex(@"<PackageReference[^>]*\sVersion=")]
    private static partial Regex PackageVersion();
}
