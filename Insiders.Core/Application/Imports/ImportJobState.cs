namespace Insiders.Core.Application.Imports;

/// <summary>How far an uploaded file has come.</summary>
public enum ImportJobState
{
    /// <summary>Uploaded; nobody has said yet how to read it.</summary>
    Uploaded,

    /// <summary>Waiting for the worker.</summary>
    Queued,

    /// <summary>Being read.</summary>
    Running,

    /// <summary>Its rows are in the ledger.</summary>
    Succeeded,

    /// <summary>It could not be read; the ledger is as before.</summary>
    Failed,

    /// <summary>Somebody stopped it; the ledger is as before.</summary>
    Cancelled,

    /// <summary>The process ended while it was being read; the ledger is as before.</summary>
    Interrupted,
}
