using System.Collections.Concurrent;
using System.Security.Claims;
using Bunit;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.SavedViews;
using Insiders.Core.Application.Settings;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Files;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Components.Audiences;
using Insiders.Web.Features.Customers;
using Insiders.Web.Features.CustomerStory;
using Insiders.Web.Features.Explore;
using Insiders.Web.Features.Map;
using Insiders.Web.Features.Overview;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Insiders.Tests.Web.Features;

/// <summary>Pages that are left while they read what they show.</summary>
public sealed class LeftPagesTests : UiTest
{
    private readonly Reading _reading = new();
    private TempDatabase _database = null!;
    private PublishedRunCache _published = null!;

    public override async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        await _database.PublishAsync(SampleResults.Of(40));
        var folder = Path.GetDirectoryName(_database.Path)!;
        var logs = LoggerFactory.Create(logging => logging.AddProvider(_reading));
        _published = new PublishedRunCache(_database.Store, new(Path.Combine(folder, "ledger")), new RunSalesFolder(Path.Combine(folder, "sales")), _database.Settings, logs.CreateLogger<PublishedRunCache>());
        Services.AddSingleton(logs);
        Services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        Services.AddSingleton(_published);
        Services.AddSingleton<IRunStore>(_database.Store);
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<IAuditLog>(new AuditLog(_database.Path));
        Services.AddSingleton<ISettingsStore>(new SettingsStore(_database.Path));
        Services.AddSingleton<IAudienceStore>(new AudienceStore(_database.Path));
        Services.AddSingleton<ISavedViewStore>(new SavedViewStore(_database.Path));
        Services.AddSingleton<IImportStore>(_database.Imports);
        Services.AddSingleton<AudienceService>();
        Services.AddSingleton<IProgrammeStore>(new ProgrammeStore(_database.Path));
        Services.AddSingleton<ProgrammeService>();
        Services.AddSingleton<AudienceFilter>();
        Services.AddSingleton<SavedViewService>();
        Services.AddSingleton<StoryLoader>();
        Services.AddSingleton(_database.Settings);
        Services.AddSingleton<OverviewLoader>();
        Services.AddSingleton<RunStatusBroadcaster>();
        SignIn(Actors.Rui);
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        _reading.Dispose();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData(typeof(OverviewPage), "/")]
    [InlineData(typeof(CustomersPage), "/customers")]
    [InlineData(typeof(StoryPage), "/customers/c0000001")]
    [InlineData(typeof(MapPage), "/map?place=Portugal")]
    [InlineData(typeof(ExplorePage), "/explore")]
    public async Task An_answer_that_comes_while_the_page_is_being_left_is_no_failure(Type kind, string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Render(builder =>
        {
            builder.OpenComponent(0, kind);
            builder.CloseComponent();
        });
        Assert.NotNull(page.Find("[data-testid=loading]"));

        // The page is busy until it is left, so that it goes on with the answer only afterwards.
        await page.InvokeAsync(() =>
        {
            var same = Task.Run(() => _published.FindAsync(CancellationToken.None));
            _reading.GoOn();
            same.Wait();
            return DisposeComponentsAsync();
        });
        await Renderer.Dispatcher.InvokeAsync(() => { });

        Assert.Empty(_reading.Failures);
    }

    [Theory]
    [InlineData(typeof(CustomersPage))]
    [InlineData(typeof(ExplorePage))]
    public async Task A_page_that_is_left_before_it_knows_its_reader_is_no_failure(Type kind)
    {
        var reader = new TaskCompletionSource<AuthenticationState>();
        Render(builder =>
        {
            builder.OpenComponent<CascadingValue<Task<AuthenticationState>>>(0);
            builder.AddComponentParameter(1, nameof(CascadingValue<object>.Value), reader.Task);
            builder.AddComponentParameter(2, nameof(CascadingValue<object>.ChildContent), (RenderFragment)(content =>
            {
                content.OpenComponent(0, kind);
                content.CloseComponent();
            }));
            builder.CloseComponent();
        });
        await DisposeComponentsAsync();

        await Renderer.Dispatcher.InvokeAsync(() => reader.SetResult(new AuthenticationState(new ClaimsPrincipal())));
        await Renderer.Dispatcher.InvokeAsync(() => { });

        Assert.Empty(_reading.Failures);
    }

    /// <summary>Holds the reading of the base where it notes that the sales are not kept, and remembers every failure that is logged.</summary>
    private sealed class Reading : ILoggerProvider, ILogger
    {
        private readonly ManualResetEventSlim _goesOn = new();

        public ConcurrentQueue<string> Failures { get; } = [];

        public void GoOn() => _goesOn.Set();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
            {
                Failures.Enqueue($"{formatter(state, exception)} {exception}");
            }
            else
            {
                _goesOn.Wait(TimeSpan.FromSeconds(30));
            }
        }

        public void Dispose() => _goesOn.Dispose();
    }
}
