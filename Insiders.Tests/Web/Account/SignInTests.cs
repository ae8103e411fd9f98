using System.Net;
using System.Text.RegularExpressions;
using Insiders.Core.Application.Audit;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Account.Passwords;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Account;

/// <summary>The pages that ask for a password, as browsers use them.</summary>
public sealed partial class SignInTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly SiteFactory _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answers_lock_out_included()
    {
        var known = new List<string>();
        var unknown = new List<string>();
        foreach (var (email, answers) in new[] { (SignedIn.AdminEmail, known), ("nobody@shop.example", unknown) })
        {
            using var browser = Browser();
            for (var i = 0; i < PasswordAttempts.Free + 2; i++)
            {
                var page = await SignInAsync(browser, email, "wrong password");
                answers.Add(Problem().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value);
            }
        }

        Assert.Equal(known, unknown);
        Assert.Equal(PasswordAttempts.Free - 1, known.Count(answer => answer == "E-mail or password is not right."));
        Assert.Contains("locked from here", known[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_guesses_does_not_keep_the_owner_s_browser_out_and_the_owner_is_told()
    {
        using var owner = Browser();
        Assert.Equal("/", (await SignInAsync(owner, SignedIn.AdminEmail, SignedIn.Password)).Headers.Location?.OriginalString);
        using var stranger = Browser();
        for (var i = 0; i < PasswordAttempts.Free; i++)
        {
            await SignInAsync(stranger, SignedIn.AdminEmail, "wrong password");
        }

        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(stranger, SignedIn.AdminEmail, SignedIn.Password)).StatusCode);
        var answer = await SignInAsync(owner, SignedIn.AdminEmail, SignedIn.Password, "?back=%2Fcustomers");

        Assert.Equal("/account/tries?back=%2Fcustomers", answer.Headers.Location?.OriginalString);
        var told = await owner.GetStringAsync("/account/tries?back=%2Fcustomers");
        Assert.Contains("there were 5 wrong passwords for your account", told, StringComparison.Ordinal);
        Assert.Contains("href=\"/customers\"", told, StringComparison.Ordinal);

        // Written some seconds later, so that no time tells that there is such an account.
        var audit = _site.Services.GetRequiredService<IAuditLog>();
        for (var i = 0; i < 600 && (await PausesAsync()).Length == 0; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal([SignedIn.AdminEmail], await PausesAsync());

        async Task<string[]> PausesAsync() => [.. (await audit.ListAsync(0, 20, CancellationToken.None)).Entries.Where(entry => entry.Action == "person.paused").Select(entry => entry.Subject)];
    }

    [Fact]
    public async Task Wrong_tries_at_changing_a_password_count_as_those_of_signing_in_do()
    {
        using var browser = Browser();
        await SignInAsync(browser, SignedIn.AdminEmail, SignedIn.Password);

        var answers = new List<string>();
        for (var i = 0; i < PasswordAttempts.Free; i++)
        {
            answers.Add(await ChangeAsync(browser, "wrong password"));
        }

        Assert.DoesNotContain("locked from here", answers[^2], StringComparison.Ordinal);
        Assert.Contains("locked from here", answers[^1], StringComparison.Ordinal);
        Assert.Contains("locked from here", await ChangeAsync(browser, SignedIn.Password), StringComparison.Ordinal);
        Assert.Contains("locked from here", Problem().Match(await (await SignInAsync(browser, SignedIn.AdminEmail, SignedIn.Password)).Content.ReadAsStringAsync()).Groups[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_an_administrator_locked_says_so_to_its_owner_only()
    {
        var person = await _site.PersonAsync(Roles.Viewer);
        await _site.Services.GetRequiredService<PeopleDirectory>().LockAsync(person.Id, "ana", CancellationToken.None);
        using var browser = Browser();

        Assert.Contains("E-mail or password is not right", await (await SignInAsync(browser, person.Email!, "wrong password")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("This account is locked", await (await SignInAsync(browser, person.Email!, SignedIn.Password)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_the_data_folder_is_its_owner_s_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var browser = Browser();
        await SignInAsync(browser, SignedIn.AdminEmail, SignedIn.Password);

        const UnixFileMode ofFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var paths = Directory.GetFileSystemEntries(_site.DataFolder, "*", SearchOption.AllDirectories);
        Assert.Contains(paths, path => path.EndsWith("insiders.db", StringComparison.Ordinal));
        Assert.Contains(paths, path => path.Contains("/keys/", StringComparison.Ordinal));
        foreach (var path in paths.Append(_site.DataFolder))
        {
            Assert.Equal((path, Directory.Exists(path) ? ofFiles | UnixFileMode.UserExecute : ofFiles), (path, File.GetUnixFileMode(path)));
        }
    }

    private HttpClient Browser() => _site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string email, string password, string query = "")
    {
        browser.DefaultRequestHeaders.Remove("Accept");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        var isIn = (await browser.GetAsync(AccountAddresses.SignIn)).StatusCode == HttpStatusCode.Redirect;
        return await PostAsync(browser, isIn ? AccountAddresses.Password : AccountAddresses.SignIn, AccountAddresses.SignIn + query, [new("_handler", "sign-in"), new("Form.Email", email), new("Form.Password", password)]);
    }

    private static async Task<string> ChangeAsync(HttpClient browser, string current)
    {
        var page = await PostAsync(browser, AccountAddresses.Password, AccountAddresses.Password, [new("_handler", "password"), new("Form.Current", current), new("Form.Wanted", "another good password"), new("Form.Repeated", "another good password")]);
        return Problem().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = Token().Match(await browser.GetStringAsync(page)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        return await browser.PostAsync(address, form);
    }

    [GeneratedRegex(@"data-testid=""problem"">([^<]*)<")]
    private static partial Regex Problem();

    [GeneratedRegex(@"name=""__RequestVerificationToken""[^>]*value=""([^""]+)""")]
    private static partial Regex Token();
}
