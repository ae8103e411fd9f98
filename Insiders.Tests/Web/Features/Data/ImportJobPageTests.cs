using System.Globalization;
using System.Text;
using Bunit;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.Data;
using Insiders.Web.Hosting;
using Insiders.Web.Hosting.Imports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Features.Data;

/// <summary>One uploaded file's page, with the worker that reads it beside it.</summary>
public sealed class ImportJobPageTests : UiTest
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private readonly RunHouse _house = new();
    private readonly ImportStatusBroadcaster _importStatus = new();
    private ImportJobStore _jobs = null!;
    private UploadFolder _uploads = null!;
    private ImportQueue _queue = null!;
    private ImportRegistry _registry = null!;
    private ImportWorker _worker = null!;

    public override async Task InitializeAsync()
    {
        await _house.Store.MigrateAsync(CancellationToken.None);
        _jobs = new ImportJobStore(_house.Folder.Database);
        _uploads = new UploadFolder(_house.Folder, RunHouse.AnyUpload, _jobs, Actors.Access, TimeProvider.System);
        _queue = new ImportQueue(_jobs, _importStatus, TimeProvider.System);
        _registry = new ImportRegistry(_house.Ledger, _house.Imports, TimeProvider.System);
        _worker = new ImportWorker(_house.Ledger, _jobs, _queue, _registry, _importStatus, _uploads, StartupGate.Passed(), new WorkGate(), _house.Space, _house.Retry, TimeProvider.System, NullLogger<ImportWorker>.Instance);
        Services.AddSingleton(new TemplateService(_house.Settings, Actors.Access, TimeProvider.System));
        Services.AddSingleton(new ImportService(_uploads, _jobs, _house.Imports, new ImportChoiceStore(_house.Folder.Database), _house.Ledger, _queue, _registry, new(_house.Settings, Actors.Access, TimeProvider.System), Actors.Access, _house.Audit, TimeProvider.System));
        Services.AddSingleton(_queue);
        Services.AddSingleton(_importStatus);
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        _registry.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_review_that_is_still_being_read_when_the_import_begins_never_hides_its_result()
    {
        await _worker.StartAsync(CancellationToken.None);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Header + "1,A,Mug,2,2017-01-02,1.50,c1,Brazil\n"));
        var job = await _uploads.ReceiveAsync(Actors.Ana, content, "sales.csv", CancellationToken.None);
        var page = Render<ImportJobPage>(parameters => parameters.Add(shown => shown.JobId, job.Id));
        var start = page.WaitForElement("[data-testid=start-import]", TimeSpan.FromSeconds(20));

        // The layout around the page is drawn anew, as when the window changes: the page reads what it shows once more.
        await page.InvokeAsync(() =>
        {
            page.Render(parameters => parameters.Add(shown => shown.JobId, job.Id));
            start.Click();
        });

        page.WaitForElement("[data-testid=result]", TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_was_left_out_for_its_date_is_said_before_the_result_with_its_count_and_its_money()
    {
        await _worker.StartAsync(CancellationToken.None);
        var rows = string.Concat(Enumerable.Range(0, 40).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day},A,Mug,2,{new DateOnly(2017, 1, 1).AddDays(day):yyyy-MM-dd},1.50,c1,Brazil\n")));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Header + rows + "99,A,Mug,2,9999-12-31,1.50,c1,Brazil\n"));
        var job = await _uploads.ReceiveAsync(Actors.Ana, content, "sales.csv", CancellationToken.None);
        await _queue.EnqueueAsync(job, CancellationToken.None);

        var page = Render<ImportJobPage>(parameters => parameters.Add(shown => shown.JobId, job.Id));

        page.WaitForElement("[data-testid=result]", TimeSpan.FromSeconds(20));
        Assert.Matches("^Rows left out for their dates: 1, worth [^0-9]*3\\.00", page.Find("[data-testid=stray-dates]").TextContent.Trim());
        Assert.True(page.Markup.IndexOf("data-testid=\"stray-dates\"", StringComparison.Ordinal) < page.Markup.IndexOf("data-testid=\"result\"", StringComparison.Ordinal));
    }
}
