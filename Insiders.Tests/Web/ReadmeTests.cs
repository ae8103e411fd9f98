using System.Globalization;
using System.Text;
using Insiders.Tests.Fixtures;
using Insiders.Web.Cli;
using Insiders.Web.Composition;

namespace Insiders.Tests.Web;

public sealed class ReadmeTests
{
    private const string Start = "<!-- options: written by UPDATE_DOCS=1 dotnet test --filter ReadmeTests -->\n";
    private const string End = "<!-- /options -->";

    [Fact]
    public void The_option_table_is_what_the_commands_declare()
    {
        var path = Path.Combine(SharedData.RepositoryRoot, "README.md");
        var readme = File.ReadAllText(path);
        var from = readme.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = readme.IndexOf(End, StringComparison.Ordinal);
        var expected = Table();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, readme[..from] + expected + readme[to..]);
            return;
        }

        Assert.Equal(expected, readme[from..to]);
    }

    private static string Table()
    {
        var text = new StringBuilder("| verb | option | meaning |\n|---|---|---|\n");
        foreach (var command in CommandLine.Build(Site.RunAsync, OfflineRestore.RunAsync).Subcommands)
        {
            var usage = string.Join(' ', command.Arguments.Select(argument => argument.Name).Prepend(command.Name));
            text.Append(CultureInfo.InvariantCulture, $"| `{usage}` | | {command.Description} |\n");
            foreach (var argument in command.Arguments)
            {
                text.Append(CultureInfo.InvariantCulture, $"| | `{argument.Name}` | {argument.Description} |\n");
            }

            foreach (var option in command.Options)
            {
                text.Append(CultureInfo.InvariantCulture, $"| | `{option.Name} {option.HelpName}` | {option.Description} |\n");
            }
        }

        return text.ToString();
    }
}
