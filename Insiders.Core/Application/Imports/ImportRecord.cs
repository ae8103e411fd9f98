namespace Insiders.Core.Application.Imports;

/// <summary>One import as people see it in a list. The rows themselves are in the ledger.</summary>
public sealed record ImportRecord
{
    /// <summary>The import's name in the ledger.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the file as it was uploaded.</summary>
    public required string FileName { get; init; }

    /// <summary>Who imported it.</summary>
    public required string ImportedBy { get; init; }

    /// <summary>When it was imported.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Rows in the file; the sum of the next three.</summary>
    public required long RowsRead { get; init; }

    /// <summary>Rows added to the ledger.</summary>
    public required long RowsLoaded { get; init; }

    /// <summary>Rows an earlier import had loaded already.</summary>
    public required long RowsSkipped { get; init; }

    /// <summary>Rows that could not be read.</summary>
    public required long RowsRejected { get; init; }

    /// <summary>First date of the rows loaded; null when there is none.</summary>
    public required DateOnly? FirstDate { get; init; }

    /// <summary>Last date of the rows loaded; null when there is none.</summary>
    public required DateOnly? LastDate { get; init; }

    /// <summary>Hash of the rows loaded.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>When it was undone; null while its rows count.</summary>
    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>Who undid it.</summary>
    public string? UndoneBy { get; init; }
}
