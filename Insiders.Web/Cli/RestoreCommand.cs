using System.CommandLine;
using Insiders.Core.Application.Disk;
using Insiders.Core.Problems;

namespace Insiders.Web.Cli;

/// <summary>The verb that makes a data folder of a backup.</summary>
public static class RestoreCommand
{
    private static readonly Argument<string> s_file = new("FILE") { Description = "A backup: the whole one (.zip), or a database (.db) as earlier versions made them." };

    private static readonly Option<string> s_data = new("--data") { HelpName = "DIR", Description = "The folder to make of it; it must be empty or not there.", Required = true };

    /// <summary>The verb.</summary>
    /// <param name="restore">Does it.</param>
    public static Command Create(RestoreVerb restore)
    {
        var command = new Command("restore", "Checks a backup and makes a data folder of it.") { s_file, s_data };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, restore, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, RestoreVerb restore, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(s_file);
        var folder = new DataFolder(parsed.GetRequiredValue(s_data));
        if (!File.Exists(file))
        {
            throw new RefusedException($"Expected a backup, and there is none at {file}.");
        }

        await restore(file, folder, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken);
        return ExitCode.Done;
    }
}
