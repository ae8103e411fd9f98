using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Features;

public sealed class RepeatabilityTests
{
    [Theory]
    [InlineData("hash(line)", 2)]
    [InlineData("line DESC", 1)]
    public async Task Shuffled_rows_and_another_number_of_threads_give_bit_identical_tables(string order, int threads)
    {
        var folder = Directory.CreateTempSubdirectory("insiders-shuffle-");
        try
        {
            using var demo = Shuffled("line", 2, folder.FullName);
            using var other = Shuffled(order, threads, folder.FullName);
            var first = await BuildAsync(demo);
            var second = await BuildAsync(other);

            Assert.Equal(first.CustomerIds.AsEnumerable(), second.CustomerIds);
            Assert.Equal(first.Countries.AsEnumerable(), second.Countries);
            Assert.True(first.Values.SameValues(second.Values));
            var rows = $"SELECT * FROM {CleanLedger.View} ORDER BY ALL";
            Assert.Equal(TestLedger.Rows(demo, rows), TestLedger.Rows(other, rows));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task One_ledger_in_two_files_gives_the_same_as_in_one()
    {
        var folder = Directory.CreateTempSubdirectory("insiders-split-");
        try
        {
            using var whole = TestLedger.Of(Sales());
            string[] files = [Path.Combine(folder.FullName, "even.parquet"), Path.Combine(folder.FullName, "odd.parquet")];
            for (var i = 0; i < 2; i++)
            {
                whole.Execute($"COPY (SELECT * FROM {LedgerSchema.View} WHERE line % 2 = {i}) TO {LedgerSession.Quote(files[i])} (FORMAT parquet)");
            }

            using var split = LedgerSession.Open(files, 2, 1_000, null);

            Assert.True((await BuildAsync(whole)).Values.SameValues((await BuildAsync(split)).Values));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Cleaning_twice_on_one_session_gives_the_second_settings_their_own_answer()
    {
        using var session = TestLedger.Of([new(), new() { Customer = "2", UnitPrice = 0 }]);

        var strict = await CleanLedger.BuildAsync(session, CleaningSettings.Default, CancellationToken.None);
        var lax = await CleanLedger.BuildAsync(session, new CleaningSettings { DisabledRules = ["no-price"] }, CancellationToken.None);

        Assert.Equal((1, 2), (strict.Report.Customers, lax.Report.Customers));
    }

    [Fact]
    public async Task A_cancelled_cleaning_stops()
    {
        using var session = TestLedger.Of(Sales());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CleanLedger.BuildAsync(session, CleaningSettings.Default, cancelled.Token));
    }

    [Fact]
    public void A_statement_that_is_running_is_interrupted()
    {
        using var session = TestLedger.Of([]);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        // Counts 10¹² pairs: hours, if nothing stopped it.
        Assert.ThrowsAny<OperationCanceledException>(() => CancellableSql.Run(session, "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = 1", source.Token));
    }

    // Prices that do not add up exactly in binary, ties in descriptions and countries, several customers per weekday.
    private static IEnumerable<SaleRow> Sales() => Enumerable.Range(0, 3_000).Select(i => new SaleRow
    {
        Invoice = $"{500_000 + (i / 4)}",
        StockCode = $"S{i % 37}",
        Description = $"THING {i % 41}",
        Quantity = (i % 9) - 1,
        UnitPrice = 0.1m + (i % 7 * 0.37m),
        Customer = i % 11 == 0 ? null : $"{i / 4 % 90}",
        Country = i % 5 == 0 ? "France" : "Spain",
        SoldAt = new DateTime(2017, 1, 2).AddHours(i * 3),
    });

    private static LedgerSession Shuffled(string order, int threads, string folder)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.parquet");
        using var source = TestLedger.Of(Sales());
        source.Execute($"COPY (SELECT * FROM {LedgerSchema.View} ORDER BY {order}) TO {LedgerSession.Quote(file)} (FORMAT parquet, ROW_GROUP_SIZE 500)");
        return TestLedger.Open(file, threads);
    }

    private static async Task<FeatureTable> BuildAsync(LedgerSession session)
    {
        var clean = await CleanLedger.BuildAsync(session, CleaningSettings.Default, CancellationToken.None);
        return await FeatureTable.BuildAsync(clean, clean.Report.LastDate, CancellationToken.None);
    }
}
