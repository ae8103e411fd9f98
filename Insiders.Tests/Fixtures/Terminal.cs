using Insiders.Web.Cli;
using Insiders.Web.Composition;

namespace Insiders.Tests.Fixtures;

/// <summary>The program as run from a terminal, in this process.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Terminal(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the program to its end.</summary>
    public static async Task<Terminal> RunAsync(CancellationToken cancellationToken, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(CommandLine.Build(Site.RunAsync, OfflineRestore.RunAsync), args, output, error, cancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs the program to its end.</summary>
    public static Task<Terminal> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);
}
