using System.Net;
using System.Text.RegularExpressions;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Settings;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Microsoft.Playwright;

namespace Insiders.Tests.Kills;

/// <summary>A data folder with a site that is killed and started again.</summary>
public sealed partial class KilledSite : IAsyncDisposable
{
    private readonly TempFolder _temp = new();
    private readonly BrowserFixture _browser;
    private ServerProcess? _server;
    private IPage? _page;

    private KilledSite(KillTemplate template, BrowserFixture browser)
    {
        (Template, _browser) = (template, browser);
        Folder = new DataFolder(_temp.Combine("data"));
        Store = new RunStore(Folder.Database);
        Imports = new ImportStore(Folder.Database);
        Jobs = new ImportJobStore(Folder.Database);
        Audit = new AuditLog(Folder.Database);
        SettingsService = new SettingsService(new SettingsStore(Folder.Database), Actors.Access, TimeProvider.System);
    }

    /// <summary>The template of its folder.</summary>
    public KillTemplate Template { get; }

    /// <summary>The folder.</summary>
    public DataFolder Folder { get; }

    /// <summary>Its runs.</summary>
    public RunStore Store { get; }

    /// <summary>Its imports.</summary>
    public ImportStore Imports { get; }

    /// <summary>Its uploaded files.</summary>
    public ImportJobStore Jobs { get; }

    /// <summary>Its audit.</summary>
    public AuditLog Audit { get; }

    /// <summary>Its settings.</summary>
    public SettingsService SettingsService { get; }

    /// <summary>Its sales.</summary>
    public SalesLedger Ledger => new(Folder.Ledger);

    /// <summary>The address of the site.</summary>
    public Uri Address => _server!.Address;

    /// <summary>The log of the running site.</summary>
    public string Log => $"{_server?.Output}\n{_server?.Error}".Trim();

    /// <summary>The files that existed when the site was killed, by their paths in the folder.</summary>
    public IReadOnlySet<string> FilesAtKill { get; private set; } = new HashSet<string>();

    /// <summary>Creates a copy of the template without a site.</summary>
    public static KilledSite Of(KillTemplate template, BrowserFixture browser)
    {
        ArgumentNullException.ThrowIfNull(template);
        var site = new KilledSite(template, browser);
        KillTemplate.Copy(template.Root, site.Folder.Root);
        return site;
    }

    /// <summary>A path beside the data folder.</summary>
    public string Beside(string name) => _temp.Combine(name);

    /// <summary>Starts the site without waiting for it to be ready.</summary>
    public void Launch() => _server = ServerProcess.Start(Folder.Root);

    /// <summary>Starts the site and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        Launch();
        await _server!.ReadyAsync();
    }

    /// <summary>Waits until the site that was launched is ready.</summary>
    public Task ReadyAsync() => _server!.ReadyAsync();

    /// <summary>Kills the site and records the files it left.</summary>
    public async Task KillAsync()
    {
        await _server!.KillAsync();
        await _server.DisposeAsync();
        _server = null;
        NoteFiles();
    }

    /// <summary>Records the files in the folder.</summary>
    public void NoteFiles() => FilesAtKill = Files().ToHashSet(StringComparer.Ordinal);

    /// <summary>Relative paths of all files in the folder, with forward slashes.</summary>
    public IEnumerable<string> Files() => !Directory.Exists(Folder.Root) ? []
        : Directory.EnumerateFiles(Folder.Root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder.Root, path).Replace('\\', '/'));

    /// <summary>The administrator signs in with the password.</summary>
    /// <returns>A client with the session that follows no redirects.</returns>
    public async Task<HttpClient> SignInAsync() => (await SignInWithCookiesAsync()).Client;

    /// <summary>The administrator signs in and opens a page in a browser's window.</summary>
    /// <returns>The page, once it responds.</returns>
    public async Task<IPage> OpenAsync(string path)
    {
        var (client, cookies) = await SignInWithCookiesAsync();
        client.Dispose();
        _page = await _browser.OpenAsync();
        await _page.Context.AddCookiesAsync(cookies.GetCookies(Address).Select(cookie => new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Url = Address.ToString(), HttpOnly = cookie.HttpOnly }));
        await _page.GotoAsync(new Uri(Address, path).ToString());
        await _page.Locator("html[data-keys=ready]").WaitForAsync();
        return _page;
    }

    /// <summary>Entries of the audit with an action, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditedAsync(string action)
        => [.. (await Audit.ListAsync(0, 1_000, CancellationToken.None)).Entries.Where(entry => entry.Action == action)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await (_page?.Context.CloseAsync() ?? Task.CompletedTask);
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        if (File.Exists(Folder.Database))
        {
            Store.ReleaseFile();
        }

        _temp.Dispose();
    }

    private async Task<(HttpClient Client, CookieContainer Cookies)> SignInWithCookiesAsync()
    {
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address, DefaultRequestHeaders = { { "Accept", "text/html, */*" } } };
        var page = await client.GetStringAsync("account/sign-in");
        var fields = HiddenField().Matches(page).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        (fields["Form.Email"], fields["Form.Password"]) = (SignedIn.AdminEmail, SignedIn.Password);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync("account/sign-in", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? (client, cookies) : throw new InvalidOperationException($"The administrator was not let in: {(int)answer.StatusCode}");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
