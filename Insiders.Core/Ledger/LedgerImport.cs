using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Insiders.Core.Import;

namespace Insiders.Core.Ledger;

/// <summary>The record of one import, kept beside its sales.</summary>
/// <remarks><see cref="RowsRead"/> = <see cref="RowsLoaded"/> + <see cref="RowsSkipped"/> + <see cref="RowsRejected"/>, always.</remarks>
public sealed partial record LedgerImport
{
    /// <summary>Names the import's files; unique in the ledger, ordered by time, made of letters, digits and a hyphen.</summary>
    public required string Id { get; init; }

    /// <summary>What the file was called where it came from. For display only, and not to be trusted as a path.</summary>
    public required string FileName { get; init; }

    /// <summary>When the caller imported it.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>How the file was written.</summary>
    public required CsvDialect Dialect { get; init; }

    /// <summary>Which header was which column.</summary>
    public required ImmutableDictionary<LedgerColumn, string> Columns { get; init; }

    /// <summary>Rows below the header, empty lines not counted.</summary>
    public required long RowsRead { get; init; }

    /// <summary>Rows that are now in the ledger.</summary>
    public required long RowsLoaded { get; init; }

    /// <summary>Rows that earlier imports had brought already.</summary>
    public required long RowsSkipped { get; init; }

    /// <summary>Rows that are no sales, each named in the import's list of rejects.</summary>
    public required long RowsRejected { get; init; }

    /// <summary>Day of the earliest sale loaded; null when none was.</summary>
    public required DateOnly? FirstDate { get; init; }

    /// <summary>Day of the latest sale loaded; null when none was.</summary>
    public required DateOnly? LastDate { get; init; }

    /// <summary>The days its sales may have; null in records that were written before anybody looked.</summary>
    public SaleDays? Days { get; init; }

    /// <summary>Rejected rows whose dates cannot be right; null when there are none.</summary>
    public StrayDates? StrayDates { get; init; }

    /// <summary>What stood in the place of a product in rows that were sums of others; null when there were none.</summary>
    public ImmutableHashSet<string>? Subtotals { get; init; }

    /// <summary>The only currency whose rows were read, of a file that has several; null when all were.</summary>
    public string? Currency { get; init; }

    /// <summary>What was bought in the rejected rows, as far as it can be read; 0 in records that were written before anybody added it up.</summary>
    public decimal RejectedAmount { get; init; }

    /// <summary>What was paid in the rows read as sales, skipped ones included, returns taken off; 0 in records that were written before anybody added it up.</summary>
    public decimal ReadAmount { get; init; }

    /// <summary>True when more than one row, or one unit of money, in two hundred was rejected: said before everything else.</summary>
    [JsonIgnore]
    public bool IsNoticeable => RowsRejected * 200 > RowsRead || (RejectedAmount > 0 && RejectedAmount * 200 > RejectedAmount + ReadAmount);

    /// <summary>Months and countries of which no row was kept.</summary>
    public ImmutableArray<LeftOutPart> LeftOut { get; init => field = value.IsDefaultOrEmpty ? [] : value; } = [];

    /// <summary>What was doubtful about the file, and how it was answered; none in records that were written before anybody asked.</summary>
    public ImmutableArray<Question> Questions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was loaded.</summary>
    public required LedgerFingerprint Fingerprint { get; init; }

    /// <summary>The record as JSON.</summary>
    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json.Default.LedgerImport);

    /// <summary>The record from JSON.</summary>
    /// <exception cref="JsonException">The text is not a record of an import.</exception>
    internal static LedgerImport FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Json.Default.LedgerImport) ?? throw new JsonException("An import's record is empty.");

    [JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(LedgerImport))]
    private sealed partial class Json : JsonSerializerContext;
}
