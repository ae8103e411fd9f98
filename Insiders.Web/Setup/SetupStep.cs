namespace Insiders.Web.Setup;

/// <summary>The current step of the set-up.</summary>
public enum SetupStep
{
    /// <summary>There is no administrator yet.</summary>
    Administrator,

    /// <summary>There is an administrator, but no sales.</summary>
    Ledger,

    /// <summary>There are sales, but no segments.</summary>
    Run,

    /// <summary>The set-up is complete and cannot be repeated.</summary>
    Closed,
}
