using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Ledger;

public sealed class RealLedgerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RealFileFact]
    public Task The_study_s_file_arrives_whole() => ArrivesWhole(
        SharedData.Ecommerce, new CsvDialect(TextEncoding.Latin1, ',', DecimalMark.Point, "dd-MMM-yy"), new(2016, 11, 29), new(2017, 12, 7));

    [RealFileFact]
    public Task The_first_publication_arrives_whole() => ArrivesWhole(
        SharedData.OnlineRetail, new CsvDialect(TextEncoding.Utf8, ',', DecimalMark.Point, "yyyy-MM-dd"), new(2010, 12, 1), new(2011, 12, 9));

    [RealFileFact]
    public async Task The_same_file_again_adds_no_row()
    {
        var ledger = new SalesLedger(_folder.Root);
        var first = await ledger.ImportAsync(SharedData.Ecommerce, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);

        var again = await ledger.ImportAsync(SharedData.Ecommerce, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);

        Assert.Equal((541_909, 0, 541_909, 0), (again.RowsRead, again.RowsLoaded, again.RowsSkipped, again.RowsRejected));
        Assert.Equal(first.Fingerprint, ledger.Fingerprint());
    }

    private async Task ArrivesWhole(string path, CsvDialect dialect, DateOnly firstDate, DateOnly lastDate)
    {
        var ledger = new SalesLedger(_folder.Root);

        var import = await ledger.ImportAsync(path, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);

        Assert.Equal((541_909, 541_909, 0, 0), (import.RowsRead, import.RowsLoaded, import.RowsSkipped, import.RowsRejected));
        Assert.Equal(dialect, import.Dialect);
        Assert.Equal((firstDate, lastDate), (import.FirstDate!.Value, import.LastDate!.Value));
        using var session = ledger.Open(2);
        using var command = session.Connection.CreateCommand();
        command.CommandText = """
            SELECT concat_ws(' ', count(*), count(DISTINCT invoice), count(DISTINCT upper(stock_code)), count(DISTINCT stock_code), count(DISTINCT customer_id),
                count(DISTINCT country), count(*) - count(description), count(*) - count(customer_id), count(*) FILTER (quantity < 0),
                count(*) - (SELECT count(*) FROM (SELECT DISTINCT * EXCLUDE (line) FROM sales)), min(line), max(line), sum(quantity * unit_price)::VARCHAR)
            FROM sales
            """;

        // Lines, invoices, stock codes in upper case and as written, customers, countries, without description, without customer,
        // returns, exact duplicates, first and last line, sum of amounts (the well-known 9,747,747.934 of this ledger).
        Assert.Equal(
            (string)command.ExecuteScalar()!,
            string.Create(CultureInfo.InvariantCulture, $"541909 25900 3958 4070 4372 38 1454 135080 10624 {(dialect.DatePattern == "yyyy-MM-dd" ? 5268 : 5269)} 2 541910 9747747.9340"));
    }
}
