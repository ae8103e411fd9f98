namespace Insiders.Web.Setup;

/// <summary>Where setting up stands.</summary>
public enum SetupStep
{
    /// <summary>Language and administrator are asked for.</summary>
    Administrator,

    /// <summary>There is an administrator and no sales.</summary>
    Ledger,

    /// <summary>There are sales and no segments.</summary>
    Run,

    /// <summary>Set up, and never again.</summary>
    Closed,
}
