using System.Diagnostics;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Scripts;

/// <summary>Runs the tests beside this file, which are written in the language of what they test.</summary>
public sealed class ScriptTests
{
    [NodeFact]
    public async Task Scripts_that_need_no_page_do_what_they_say()
    {
        var tests = Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot, "Insiders.Tests", "Scripts"), "*.test.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", ["--test", "--test-reporter=spec", .. tests]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();

        Assert.NotEmpty(tests);
        Assert.True(node.ExitCode == 0, await output + await error);
    }
}
