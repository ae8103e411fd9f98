using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Edits;
using Insiders.Core.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace Insiders.Core.Storage.Sqlite;

/// <summary>The queries that every page needs, as plain SQL, because the first query through EF Core costs half a second at start (decision 0015).</summary>
internal static class StoredRows
{
    /// <summary>The current publication; null until there is one.</summary>
    public static async Task<PublicationEntity?> FindPublicationAsync(SqliteConnection connection, CancellationToken cancellationToken)
        => (await StoredRow.ReadAsync(connection, "SELECT * FROM publications ORDER BY id DESC LIMIT 1", Publication, cancellationToken)).FirstOrDefault();

    /// <summary>The latest publication of another run; null when there is none.</summary>
    public static async Task<PublicationEntity?> FindPublicationBeforeAsync(SqliteConnection connection, long runId, CancellationToken cancellationToken)
        => (await StoredRow.ReadAsync(connection, "SELECT * FROM publications WHERE run_id <> ?1 ORDER BY id DESC LIMIT 1", Publication, cancellationToken, runId)).FirstOrDefault();

    /// <summary>A run with its result; null when none has that number.</summary>
    public static async Task<RunEntity?> FindRunAsync(SqliteConnection connection, long runId, CancellationToken cancellationToken)
        => (await StoredRow.ReadAsync(connection, "SELECT * FROM runs WHERE id = ?1", Run, cancellationToken, runId)).FirstOrDefault();

    /// <summary>A summary of each run, newest first, without the tens of kilobytes of JSON that each result takes.</summary>
    public static async Task<List<RunEntity>> ListRunsAsync(SqliteConnection connection, CancellationToken cancellationToken)
        => await StoredRow.ReadAsync(
            connection,
            """
            SELECT id, state, requested_by, queued_at, started_at, ended_at, '' AS recipe_json, recipe_fingerprint, seed, publish_when_done, restart_of, ledger_fingerprint, versions, error, customers,
                best_cluster_count, silhouette, NULL AS feature_names_json, NULL AS missing_features_json, NULL AS cleaning_json, NULL AS cluster_profiles_json, NULL AS timings_json
            FROM runs ORDER BY id DESC
            """,
            Run,
            cancellationToken);

    /// <summary>A run's segments as it found them, with what is common to all runs, in order of position.</summary>
    public static async Task<List<(RunSegmentEntity OfRun, SegmentEntity Segment)>> ListSegmentsAsync(SqliteConnection connection, long runId, CancellationToken cancellationToken)
        => await StoredRow.ReadAsync(
            connection, "SELECT * FROM run_segments JOIN segments ON segments.id = run_segments.segment_id WHERE run_id = ?1 ORDER BY position", row => (RunSegment(row), Segment(row)), cancellationToken, runId);

    /// <summary>A run's candidates, ascending by number of clusters, then by method.</summary>
    public static async Task<List<CandidateEntity>> ListCandidatesAsync(SqliteConnection connection, long runId, CancellationToken cancellationToken)
        => await StoredRow.ReadAsync(connection, "SELECT * FROM candidates WHERE run_id = ?1 ORDER BY cluster_count, method", Candidate, cancellationToken, runId);

    /// <summary>The segment edits in effect, in the order they were made.</summary>
    public static async Task<List<SegmentEditEntity>> ListActiveEditsAsync(SqliteConnection connection, CancellationToken cancellationToken)
        => await StoredRow.ReadAsync(connection, "SELECT * FROM segment_edits WHERE undone_at IS NULL ORDER BY id", Edit, cancellationToken);

    /// <summary>All imports, newest first.</summary>
    public static async Task<List<ImportEntity>> ListImportsAsync(SqliteConnection connection, CancellationToken cancellationToken)
        => await StoredRow.ReadAsync(connection, "SELECT * FROM imports ORDER BY imported_at DESC, id DESC", Import, cancellationToken);

    /// <summary>All uploaded files, newest first.</summary>
    public static async Task<List<ImportJobEntity>> ListImportJobsAsync(SqliteConnection connection, CancellationToken cancellationToken)
        => await StoredRow.ReadAsync(connection, "SELECT * FROM import_jobs ORDER BY uploaded_at DESC, id DESC", ImportJob, cancellationToken);

    /// <summary>The text of a group of settings; null when it was never set.</summary>
    public static async Task<string?> FindSettingAsync(SqliteConnection connection, string key, CancellationToken cancellationToken)
        => (await StoredRow.ReadAsync(connection, "SELECT value FROM settings WHERE key = ?1", row => row.Text("value"), cancellationToken, key)).FirstOrDefault();

    private static PublicationEntity Publication(StoredRow row) => new()
    {
        Id = row.Whole("id"),
        RunId = row.Whole("run_id"),
        PublishedBy = row.Text("published_by"),
        PublishedAt = row.Time("published_at"),
    };

    private static RunEntity Run(StoredRow row) => new()
    {
        Id = row.Whole("id"),
        State = row.Kind<RunState>("state"),
        RequestedBy = row.Text("requested_by"),
        QueuedAt = row.Time("queued_at"),
        StartedAt = row.TimeOrNull("started_at"),
        EndedAt = row.TimeOrNull("ended_at"),
        RecipeJson = row.Text("recipe_json"),
        RecipeFingerprint = row.Text("recipe_fingerprint"),
        Seed = row.Text("seed"),
        PublishWhenDone = row.Whole("publish_when_done") != 0,
        RestartOf = row.WholeOrNull("restart_of"),
        LedgerFingerprint = row.TextOrNull("ledger_fingerprint"),
        Versions = row.TextOrNull("versions"),
        Error = row.TextOrNull("error"),
        Customers = row.CountOrNull("customers"),
        BestClusterCount = row.CountOrNull("best_cluster_count"),
        Silhouette = row.NumberOrNull("silhouette"),
        FeatureNamesJson = row.TextOrNull("feature_names_json"),
        MissingFeaturesJson = row.TextOrNull("missing_features_json"),
        CleaningJson = row.TextOrNull("cleaning_json"),
        ClusterProfilesJson = row.TextOrNull("cluster_profiles_json"),
        TimingsJson = row.TextOrNull("timings_json"),
    };

    private static RunSegmentEntity RunSegment(StoredRow row) => new()
    {
        RunId = row.Whole("run_id"),
        SegmentId = row.Whole("segment_id"),
        Position = row.Count("position"),
        English = row.Text("english"),
        Portuguese = row.Text("portuguese"),
        ClustersJson = row.Text("clusters_json"),
        MembersJson = row.TextOrNull("members_json"),
        Profile = new GroupProfile
        {
            Customers = row.Count("customers"),
            CustomerShare = row.Number("customer_share"),
            RevenueAmount = row.Number("revenue_amount"),
            RevenueShare = row.Number("revenue_share"),
            MeanRevenueAmount = row.Number("mean_revenue_amount"),
            MedianRevenueAmount = row.Number("median_revenue_amount"),
            RecencyDays = row.Number("recency_days"),
            Frequency = row.Number("frequency"),
            ReturnShare = row.Number("return_share"),
            Invoices = row.Number("invoices"),
            Items = row.Number("items"),
        },
    };

    private static CandidateEntity Candidate(StoredRow row) => new()
    {
        RunId = row.Whole("run_id"),
        Method = row.Text("method"),
        ClusterCount = row.Count("cluster_count"),
        ParametersJson = row.Text("parameters_json"),
        ScoresJson = row.Text("scores_json"),
        Iterations = row.Count("iterations"),
        Converged = row.Whole("converged") != 0,
        IsWinner = row.Whole("is_winner") != 0,
    };

    private static SegmentEntity Segment(StoredRow row) => new() { Id = row.Whole("segment_id"), Key = row.Text("key"), Colour = row.Text("colour") };

    private static SegmentEditEntity Edit(StoredRow row) => new()
    {
        Id = row.Whole("id"),
        At = row.Time("at"),
        Actor = row.Text("actor"),
        SegmentId = row.Whole("segment_id"),
        Kind = row.Kind<SegmentEditKind>("kind"),
        English = row.TextOrNull("english"),
        Portuguese = row.TextOrNull("portuguese"),
        Colour = row.TextOrNull("colour"),
        PartsJson = row.Text("parts_json"),
    };

    private static ImportEntity Import(StoredRow row) => new()
    {
        Id = row.Text("id"),
        FileName = row.Text("file_name"),
        ImportedBy = row.Text("imported_by"),
        ImportedAt = row.Time("imported_at"),
        RowsRead = row.Whole("rows_read"),
        RowsLoaded = row.Whole("rows_loaded"),
        RowsSkipped = row.Whole("rows_skipped"),
        RowsRejected = row.Whole("rows_rejected"),
        FirstDate = row.DateOrNull("first_date"),
        LastDate = row.DateOrNull("last_date"),
        Fingerprint = row.Text("fingerprint"),
        UndoneAt = row.TimeOrNull("undone_at"),
        UndoneBy = row.TextOrNull("undone_by"),
    };

    private static ImportJobEntity ImportJob(StoredRow row) => new()
    {
        Id = row.Text("id"),
        FileName = row.Text("file_name"),
        State = row.Kind<ImportJobState>("state"),
        RequestedBy = row.Text("requested_by"),
        UploadedAt = row.Time("uploaded_at"),
        FinishedAt = row.TimeOrNull("finished_at"),
        Options = row.TextOrNull("options"),
        ImportId = row.TextOrNull("import_id"),
        Error = row.TextOrNull("error"),
    };
}
