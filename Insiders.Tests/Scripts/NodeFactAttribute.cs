using System.Diagnostics;

namespace Insiders.Tests.Scripts;

/// <summary>A test that runs scripts outside a browser: skipped where there is no node.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    private static readonly bool s_isThere = IsThere();

    public NodeFactAttribute() => Skip = s_isThere ? null : "Node is not found: these scripts are tested where it is.";

    private static bool IsThere()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, RedirectStandardError = true });
            node!.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
