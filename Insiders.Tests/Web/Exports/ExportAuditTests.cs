using System.Globalization;
using System.Security.Claims;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Exports;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Account.Audit;
using Insiders.Web.Api;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;
using Insiders.Web.Localization;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Http;

namespace Insiders.Tests.Web.Exports;

/// <summary>Every file that leaves the site is in the audit, and only with what left.</summary>
public sealed class ExportAuditTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const int Rows = 2_000;

    [Fact]
    public async Task The_audit_says_who_took_which_table_under_which_filter_in_both_languages()
    {
        var viewer = await site.ClientAsync(Roles.Viewer);
        var csv = await viewer.GetStringAsync("/export/customers.csv?recency_days=..200&columns=country,gross_revenue&sep=comma&dec=point");
        var rows = csv.TrimEnd('\n').Split('\n').Length - 1;
        Assert.InRange(rows, 1, 59);
        Assert.StartsWith("Customer,Country,Revenue\n", csv, StringComparison.Ordinal);

        var entry = await NewestAsync();
        Assert.Equal(("viewer@shop.example", ExportService.Sent, "customers"), (entry.Actor, entry.Action, entry.Subject));
        Assert.Equal(("Customers", $"Recency (days) ≤ 200 · {rows} rows · 3 columns · CSV"), Words(entry, "en"));
        Assert.Equal(("Clientes", $"Recência (dias) ≤ 200 · {rows} linhas · 3 colunas · CSV"), Words(entry, "pt-BR"));

        // Where the log is read: on its page and in its own file.
        var admin = await site.ClientAsync(Roles.Admin);
        admin.DefaultRequestHeaders.Add("Accept-Language", "pt-BR");
        var page = System.Net.WebUtility.HtmlDecode(await admin.GetStringAsync("/settings/audit"));
        Assert.Contains("<td>Tabela exportada</td><td>Clientes</td>", string.Concat(page.Split('\n').Select(line => line.Trim())), StringComparison.Ordinal);
        Assert.Contains($"Recência (dias) ≤ 200 · {rows} linhas · 3 colunas · CSV", page, StringComparison.Ordinal);
        Assert.Contains($"Recência (dias) ≤ 200 · {rows} linhas · 3 colunas · CSV", await admin.GetStringAsync("/export/audit.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_written_down_with_all_its_rows_and_columns_when_they_were_asked_for()
    {
        var context = await ContextAsync(new MemoryStream());
        var entry = ModuleCatalog.Exports.First(entry => entry.Key == "customers");
        context.Request.QueryString = new QueryString("?all=1");

        await ExportEndpoints.SendXlsxAsync(context, entry);

        var file = Sheet.Read(context.Response.Body);
        var record = ExportRecord.Read((await NewestAsync()).Detail)!;
        Assert.Equal((60, 60, "XLSX", file[0].Count), (record.Rows, record.Count, record.Format, record.Columns));
        Assert.Equal(60, file.Count - 1);
    }

    [Fact]
    public async Task A_file_that_broke_off_claims_no_row_that_was_not_sent()
    {
        // The reader fails at row 1,000: rows are sent 512 at once.
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await ExportEndpoints.SendCsvAsync(await ContextAsync(new MemoryStream()), Numbers(failAt: 1_000)));
        Assert.Equal((ExportService.BrokenOff, 512L), await NewestRowsAsync());
        Assert.Equal("512 of 2,000 rows · 1 column · CSV", Words(await NewestAsync(), "en").Detail);

        // Whoever asked goes away while rows are being sent: of those written last nobody knows.
        using var gone = new CancellationTokenSource();
        var leaving = await ContextAsync(new LeavingStream(gone, after: 2));
        leaving.RequestAborted = gone.Token;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ExportEndpoints.SendCsvAsync(leaving, Numbers()));
        Assert.Equal((ExportService.BrokenOff, 1_024L), await NewestRowsAsync());

        // A workbook that cannot be made sends nothing.
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await ExportEndpoints.SendXlsxAsync(await ContextAsync(new MemoryStream()), Numbers(failAt: 1_000)));
        Assert.Equal((ExportService.BrokenOff, 0L), await NewestRowsAsync());

        // One that breaks off on its way cannot be counted.
        using var lost = new CancellationTokenSource();
        leaving = await ContextAsync(new LeavingStream(lost, after: 0));
        leaving.RequestAborted = lost.Token;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ExportEndpoints.SendXlsxAsync(leaving, Numbers()));
        Assert.Equal((ExportService.BrokenOff, null), await NewestRowsAsync());
        Assert.Equal("an unknown part of 2,000 rows · 1 column · XLSX", Words(await NewestAsync(), "en").Detail);
    }

    [Fact]
    public async Task A_table_that_is_not_there_and_one_that_is_forbidden_are_no_exports()
    {
        var (admin, viewer) = (await site.ClientAsync(Roles.Admin), await site.ClientAsync(Roles.Viewer));
        var before = await NewestAsync();

        await admin.GetAsync("/export/candidates.csv?run=99999");
        await viewer.GetAsync("/export/audit.csv");

        Assert.Equal(before.Id, (await NewestAsync()).Id);
    }

    [Theory]
    [InlineData("free text that people typed")]
    [InlineData("{ no JSON")]
    [InlineData(null)]
    public void An_entry_that_carries_no_record_is_read_as_it_stands(string? detail)
        => Assert.Equal(("customers", detail), Words(new AuditEntry(1, SavedRuns.Noon, "ana", ExportService.Sent, "customers", detail), "en"));

    private static ExportEntry Numbers(int failAt = int.MaxValue) => new("numbers", Role.Viewer, (_, _) => Task.FromResult<ExportTable?>(
        ExportTable.Of<int>(() => "Numbers", Enumerable.Range(0, Rows), new ExportField<int>("x", ValueKind.Whole, row => row < failAt ? row : throw new InvalidOperationException("The source broke.")))));

    private async Task<DefaultHttpContext> ContextAsync(Stream body)
    {
        var viewer = await site.PersonAsync(Roles.Viewer);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, viewer.Id), new(ClaimTypes.Name, viewer.Email!), new(ClaimTypes.Role, Roles.Viewer)];
        return new() { RequestServices = site.Services, User = new ClaimsPrincipal(new ClaimsIdentity(claims, "test")), Response = { Body = body } };
    }

    private async Task<AuditEntry> NewestAsync()
        => (await new AuditLog(Path.Combine(site.DataFolder, "insiders.db")).ListAsync(0, 1, CancellationToken.None)).Entries.FirstOrDefault() ?? new AuditEntry(0, default, "", "", "");

    private async Task<(string Action, long? Rows)> NewestRowsAsync()
    {
        var entry = await NewestAsync();
        return (entry.Action, ExportRecord.Read(entry.Detail)!.Rows);
    }

    private static (string Subject, string? Detail) Words(AuditEntry entry, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return (AuditText.SubjectOf(entry), AuditText.DetailOf(entry));
    }

    /// <summary>A body whose reader goes away after some writes.</summary>
    private sealed class LeavingStream(CancellationTokenSource gone, int after) : MemoryStream
    {
        private int _writes;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_writes++ == after)
            {
                gone.Cancel();
            }

            cancellationToken.ThrowIfCancellationRequested();
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
