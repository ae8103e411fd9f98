using System.CommandLine;
using System.Runtime.InteropServices;
using Insiders.Core.Problems;

namespace Insiders.Web.Cli;

/// <summary>The verbs of the program, and how each way of failing becomes an exit code and a sentence.</summary>
public static class CommandLine
{
    /// <summary>The verbs with their options. Without a verb the site is served.</summary>
    /// <param name="serve">What serves the site.</param>
    /// <param name="restore">What restores a backup.</param>
    public static RootCommand Build(ServeVerb serve, RestoreVerb restore)
    {
        var root = new RootCommand("Turns a shop's sales ledger into named customer segments.");
        ServeCommand.AddTo(root, serve);
        root.Add(ServeCommand.Create(serve));
        root.Add(RestoreCommand.Create(restore));
        root.Add(SegmentCommand.Create());
        root.Add(DemoCommand.Create());
        return root;
    }

    /// <summary>Runs the program to its end; Ctrl-C, SIGQUIT and SIGTERM stop it.</summary>
    /// <param name="commands">See <see cref="Build"/>.</param>
    /// <param name="args">Verb and options.</param>
    public static async Task<int> RunAsync(RootCommand commands, string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(commands, args, Console.Out, Console.Error, stop.Token);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>Runs the program to its end.</summary>
    /// <param name="commands">See <see cref="Build"/>.</param>
    /// <param name="args">Verb and options.</param>
    /// <param name="output">Gets the results.</param>
    /// <param name="error">Gets progress and complaints.</param>
    /// <param name="cancellationToken">Stops the command; the exit code is then <see cref="ExitCode.Interrupted"/>.</param>
    public static async Task<int> RunAsync(RootCommand commands, string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var parsed = commands.Parse(args);
        if (Mistake(parsed) is { } mistake)
        {
            await error.WriteLineAsync($"{mistake} Try --help.");
            return ExitCode.Refused;
        }

        try
        {
            // Signals are taken care of above: a second handler inside the library would answer SIGTERM with another code.
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Interrupted: nothing was written.");
            return ExitCode.Interrupted;
        }
        catch (RefusedException refusal)
        {
            await error.WriteLineAsync(refusal.Message);
            return ExitCode.Refused;
        }
        catch (Exception failure) when (failure is not HostAbortedException)
        {
            await error.WriteLineAsync($"Something went wrong that nobody foresaw: {failure}");
            return ExitCode.Unexpected;
        }
    }

    private static bool Serves(ParseResult parsed) => parsed.CommandResult.Command is RootCommand or { Name: "serve" };

    private static string? Mistake(ParseResult parsed)
    {
        if (parsed.Errors.Count > 0)
        {
            return parsed.Errors[0].Message;
        }

        // The site's verbs pass settings such as --Logging:LogLevel:Default=Debug on to the host.
        var serves = Serves(parsed);
        var stray = parsed.UnmatchedTokens.FirstOrDefault(token =>
            !serves || !token.StartsWith("--", StringComparison.Ordinal) || !token.Contains('=', StringComparison.Ordinal));
        if (stray is null)
        {
            return null;
        }

        return serves
            ? $"Expected a verb (serve, restore, segment, demo) or a setting such as --Name=value, and found '{stray}'."
            : $"'{parsed.CommandResult.Command.Name}' did not expect '{stray}'.";
    }
}
