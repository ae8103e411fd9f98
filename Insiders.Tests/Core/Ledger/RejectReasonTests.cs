using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Tests.Fixtures;
using Insiders.Web.Localization;

namespace Insiders.Tests.Core.Ledger;

/// <summary>Why rows were rejected is stored as codes and values, and worded by whoever reads it.</summary>
public sealed class RejectReasonTests : IDisposable
{
    private readonly (CultureInfo Numbers, CultureInfo Words) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private readonly TempFolder _folder = new();
    private readonly SalesLedger _ledger;

    public RejectReasonTests() => _ledger = new SalesLedger(_folder.Combine("ledger"));

    public void Dispose()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
        _folder.Dispose();
    }

    [Fact]
    public async Task A_stored_reason_is_read_as_its_code_and_worded_in_portuguese()
    {
        var import = await ImportAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("pt-BR");

        var rows = _ledger.ReadRejects(import.Id, 10);

        Assert.Equal([ProblemCode.RowQuantity, ProblemCode.RowDateAfterImport, ProblemCode.RowEmpty], rows.Select(row => row.Reason.Code));
        Assert.Equal(
            [
                "A quantidade '=two' não é um número entre −2.147.483.647 e 2.147.483.647.",
                $"A data '2205-05-01' é posterior a {Format.Day(new DateOnly(2018, 1, 15))}, o dia da importação.",
                $"Falta um valor na linha: {LedgerColumnText.Of(LedgerColumn.UnitPrice)}.",
            ],
            rows.Select(row => ProblemText.Of(row.Reason)));
    }

    [Fact]
    public async Task Imports_of_earlier_versions_keep_their_english_sentences()
    {
        var import = await ImportAsync();
        File.Delete(Assert.Single(Directory.GetFiles(_folder.Combine("ledger"), "*.reasons.jsonl")));

        var rows = _ledger.ReadRejects(import.Id, 10);

        Assert.Equal((ProblemCode.Other, "The unit price is empty."), (rows[2].Reason.Code, ProblemText.Of(rows[2].Reason)));
    }

    [Fact]
    public async Task An_undone_import_leaves_no_reasons_behind()
    {
        var import = await ImportAsync();

        Assert.True(await _ledger.UndoAsync(import.Id, CancellationToken.None));

        Assert.Equal(["ledger.lock"], Directory.GetFiles(_folder.Combine("ledger")).Select(Path.GetFileName));
    }

    private async Task<LedgerImport> ImportAsync()
    {
        const string Good = "1,A,lamp,2,2017-01-31,2.55,C1,France\n";
        var path = _folder.Write("sales.csv", ReadSale.Header + Good + "2,A,lamp,=two,2017-01-31,2.55,C1,France\n" + Good + "3,A,lamp,2,2205-05-01,2.55,C1,France\n4,A,lamp,2,2017-01-31,,C1,France\n" + Good);
        return await _ledger.ImportAsync(path, ImportOptions.Default, new DateTimeOffset(2018, 1, 15, 9, 0, 0, TimeSpan.Zero), null, CancellationToken.None);
    }
}
