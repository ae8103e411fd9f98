using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Insiders.Core.Import;
using Insiders.Core.Import.Evidence;
using static DuckDB.NET.Native.NativeMethods;
using TableFunction = DuckDB.NET.Native.NativeMethods.TableFunction;

namespace Insiders.Core.Ledger;

/// <summary>Hands the sales of a reader to DuckDB as a table function, straight into its vectors.</summary>
/// <remarks>
/// DuckDB's threads call it in turn, under a lock: while one fills a vector of 2,048 sales the others encode and compress theirs, so
/// reading and writing overlap and memory stays at a row group per thread. A failure while reading ends the statement and is thrown
/// again by <see cref="ThrowFailure"/>. Dispose it after the connection.
/// </remarks>
internal sealed unsafe partial class SalesFeed : IDisposable
{
    /// <summary>Name of the table function.</summary>
    public const string Function = "arriving_sales";

    /// <summary>The two halves of a sale's hash, which follow the columns of the ledger if asked for.</summary>
    public const string HashColumns = "hash_high, hash_low";

    private readonly SalesReader _reader;
    private readonly SaleColumns _columns;
    private readonly int _threads;
    private readonly IProgress<ImportProgress>? _progress;
    private readonly CancellationToken _ct;
    private readonly Lock _gate = new();
    private GCHandle _self;
    private ExceptionDispatchInfo? _failure;
    private bool _ended;

    /// <summary>Prepares to feed.</summary>
    public SalesFeed(SalesReader reader, SaleColumns columns, int threads, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        _reader = reader;
        _columns = columns;
        _threads = threads;
        _progress = progress;
        _ct = ct;
        _self = GCHandle.Alloc(this);
    }

    /// <summary>Sales handed over so far.</summary>
    public long Rows { get; private set; }

    /// <summary>What was handed over.</summary>
    public LedgerFingerprint Fingerprint { get; private set; }

    /// <summary>Earliest and latest sale, in microseconds since 1970-01-01; meaningful once a row was handed over.</summary>
    public (long First, long Last) Span { get; private set; } = (long.MaxValue, long.MinValue);

    /// <summary>What the sales handed over tell.</summary>
    internal SaleEvidence Evidence { get; } = new();

    /// <summary>Makes the table function known to a connection.</summary>
    public void Register(DuckDBConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var function = TableFunction.DuckDBCreateTableFunction();
        try
        {
            TableFunction.DuckDBTableFunctionSetName(function, Function);
            TableFunction.DuckDBTableFunctionSetExtraInfo(function, GCHandle.ToIntPtr(_self), null);
            TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
            TableFunction.DuckDBTableFunctionSetInit(function, &Begin);
            TableFunction.DuckDBTableFunctionSetFunction(function, &Fill);
            if (!TableFunction.DuckDBRegisterTableFunction(connection.NativeConnection, function).IsSuccess())
            {
                throw new InvalidOperationException("DuckDB refused the table function for arriving sales.");
            }
        }
        finally
        {
            TableFunction.DuckDBDestroyTableFunction(ref function);
        }
    }

    /// <summary>Throws what went wrong while reading, as it was thrown there; nothing if nothing did.</summary>
    public void ThrowFailure() => _failure?.Throw();

    public void Dispose() => _self.Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        var feed = (SalesFeed)GCHandle.FromIntPtr(TableFunction.DuckDBBindGetExtraInfo(info)).Target!;
        Add(info, "line", DuckDBType.BigInt);
        Add(info, "invoice", DuckDBType.Varchar);
        Add(info, "stock_code", DuckDBType.Varchar);
        Add(info, "description", DuckDBType.Varchar);
        AddQuantity(info, feed._columns.HasFractions);
        Add(info, "sold_at", DuckDBType.Timestamp);
        AddDecimal(info, "unit_price");
        Add(info, "customer_id", DuckDBType.Varchar);
        Add(info, "country", DuckDBType.Varchar);
        if (feed._columns.HasAmounts)
        {
            AddDecimal(info, "amount");
        }

        if (feed._columns.HasHashes)
        {
            Add(info, "hash_high", DuckDBType.UnsignedBigInt);
            Add(info, "hash_low", DuckDBType.UnsignedBigInt);
        }
    }

    private static void AddQuantity(nint info, bool hasFractions)
    {
        if (hasFractions)
        {
            AddDecimal(info, "quantity");
        }
        else
        {
            Add(info, "quantity", DuckDBType.Integer);
        }
    }

    private static void AddDecimal(nint info, string name)
    {
        using var number = LogicalType.DuckDBCreateDecimalType(18, 4);
        TableFunction.DuckDBBindAddResultColumn(info, name, number);
    }

    private static void Add(nint info, string name, DuckDBType type)
    {
        using var logical = LogicalType.DuckDBCreateLogicalType(type);
        TableFunction.DuckDBBindAddResultColumn(info, name, logical);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Begin(nint info)
    {
        var feed = (SalesFeed)GCHandle.FromIntPtr(TableFunction.DuckDBInitGetExtraInfo(info)).Target!;
        SetMaxThreads(info, (ulong)feed._threads);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint info, nint output)
    {
        var feed = (SalesFeed)GCHandle.FromIntPtr(TableFunction.DuckDBFunctionGetExtraInfo(info)).Target!;
        lock (feed._gate)
        {
            try
            {
                feed.Fill(output);
            }
#pragma warning disable CA1031 // Nothing may be thrown through native frames; ThrowFailure throws it on the other side.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                feed._ended = true;
                feed._failure ??= ExceptionDispatchInfo.Capture(failure);
                TableFunction.DuckDBFunctionSetError(info, failure.Message);
            }
        }
    }

    private void Fill(nint output)
    {
        using var chunk = new DuckDBDataChunk(output);
        var rows = 0;
        if (!_ended)
        {
            _ct.ThrowIfCancellationRequested();
            rows = Fill(new SaleVectors(chunk, _columns), (int)Helpers.DuckDBVectorSize());
            _progress?.Report(new ImportProgress(_reader.RowsRead, _reader.Fraction));
        }

        _ = DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Fill(SaleVectors vectors, int capacity)
    {
        var (first, last) = Span;
        UInt128 sum = 0;
        var row = 0;
        for (; row < capacity; row++)
        {
            if (!_reader.Read())
            {
                _ended = true;
                break;
            }

            var sale = _reader.Current;
            var (high, low) = SaleHash.Of(sale);
            sum += new UInt128(high, low);
            first = Math.Min(first, sale.SoldAt);
            last = Math.Max(last, sale.SoldAt);
            Evidence.Add(sale);
            vectors.Write(row, sale, high, low);
        }

        Span = (first, last);
        Rows += row;
        Fingerprint += new LedgerFingerprint(sum);
        return row;
    }

    // DuckDB.NET does not bind this one: without it a table function runs on one thread.
    [LibraryImport("duckdb", EntryPoint = "duckdb_init_set_max_threads")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void SetMaxThreads(nint info, ulong threads);
}
