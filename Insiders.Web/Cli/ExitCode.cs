namespace Insiders.Web.Cli;

/// <summary>What a command tells the shell that called it.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Something nobody foresaw; the details are on standard error.</summary>
    public const int Unexpected = 1;

    /// <summary>Bad arguments, a file that is no ledger, or a folder that cannot be written: one sentence says what to mend.</summary>
    public const int Refused = 2;

    /// <summary>Stopped by Ctrl-C or SIGTERM; nothing was left behind.</summary>
    public const int Interrupted = 130;
}
