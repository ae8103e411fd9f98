using System.CommandLine;

namespace Insiders.Web.Cli;

/// <summary>The verb that serves the site, and what happens when no verb is given.</summary>
public static class ServeCommand
{
    private static readonly Option<string?> s_data = new("--data")
    {
        HelpName = "DIR",
        Description = "Folder for the ledger and the database. Default: Insiders:DataFolder in the settings, else data in the current folder.",
    };

    private static readonly Option<string?> s_urls = new("--urls")
    {
        HelpName = "URLS",
        Description = "Addresses to listen on, separated by semicolons. Default: http://localhost:5080.",
    };

    /// <summary>The verb.</summary>
    /// <param name="serve">Does it.</param>
    public static Command Create(ServeVerb serve)
    {
        var command = new Command("serve", "Serves the site; this is what happens without a verb.");
        AddTo(command, serve);
        return command;
    }

    /// <summary>Gives a command the options and the action of this verb.</summary>
    /// <param name="command">The command.</param>
    /// <param name="serve">Does it.</param>
    public static void AddTo(Command command, ServeVerb serve)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Add(s_data);
        command.Add(s_urls);

        // What is left over may be settings of the host; the command line refuses everything else.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = new Dictionary<string, string?>();
            AddIfGiven("Insiders:DataFolder", parsed.GetValue(s_data));
            AddIfGiven("urls", parsed.GetValue(s_urls));
            await serve([.. parsed.UnmatchedTokens], settings, cancellationToken);
            return ExitCode.Done;

            void AddIfGiven(string key, string? value)
            {
                if (value is not null)
                {
                    settings[key] = value;
                }
            }
        });
    }
}
