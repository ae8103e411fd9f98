using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Insiders.Benchmarks.Load;

/// <summary>A person at a browser: signs in with a password, reads a page, thinks, goes to the next one.</summary>
internal sealed partial class SimulatedUser(Uri site, string email, string password, int seed) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly CookieContainer _cookies = new();
    private readonly Random _dice = new(seed);
    private HttpClient? _http;

    /// <summary>Whether the tabs of this person vanish without a goodbye, as those of a telephone that is switched off.</summary>
    public bool Vanishes { get; init; }

    private HttpClient Http => _http ??= new(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, ConnectCallback = ConnectAsync })
    {
        BaseAddress = site,
        DefaultRequestHeaders = { { "Accept", "text/html, */*" } },
    };

    /// <summary>Signs in by the form of the sign-in page.</summary>
    /// <exception cref="InvalidOperationException">The site did not let the person in.</exception>
    public async Task SignInAsync(CancellationToken ct)
    {
        var page = await Http.GetStringAsync("account/sign-in", ct);
        var fields = HiddenField().Matches(page).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        fields["Form.Email"] = email;
        fields["Form.Password"] = password;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await Http.PostAsync("account/sign-in", form, ct);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{email} was not let in: {(int)answer.StatusCode}");
        }
    }

    /// <summary>Visits pages until told to stop: mostly by links in an open tab, now and then by a fresh tab.</summary>
    /// <param name="pages">Where this person may go.</param>
    /// <param name="runs">Numbers of runs to look at.</param>
    /// <param name="visited">Takes every visit; called by one thread at a time for each user.</param>
    /// <param name="thinkFrom">Shortest pause between two visits.</param>
    /// <param name="thinkTo">Longest.</param>
    /// <param name="ct">Stops between two visits.</param>
    public async Task BrowseAsync(IReadOnlyList<VisitedPage> pages, IReadOnlyList<long> runs, Action<Visit> visited, TimeSpan thinkFrom, TimeSpan thinkTo, CancellationToken ct)
    {
        OpenTab? tab = null;
        VisitedPage? shown = null;
        try
        {
            while (!ct.IsCancellationRequested)
            {
                // A link to the page that is shown changes nothing: then it is a reload.
                var page = pages[_dice.Next(pages.Count)];
                var isFetched = tab is null || page == shown || _dice.Next(5) == 0;
                shown = page;
                var address = new Uri(site, page.Address.Replace("{id}", runs[_dice.Next(runs.Count)].ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
                var begun = Stopwatch.GetTimestamp();
                double took;
                string? error = null;
                try
                {
                    if (isFetched && tab is not null)
                    {
                        var left = tab;
                        tab = null;
                        await LeaveAsync(left);
                        begun = Stopwatch.GetTimestamp();
                    }

                    using var patience = new CancellationTokenSource(s_patience);
                    if (tab is null)
                    {
                        var html = await FetchAsync(address, page.Mark, patience.Token);
                        took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                        tab = await OpenTab.OpenAsync(Http, _cookies.GetCookieHeader(site), address, html, null, patience.Token);
                    }
                    else
                    {
                        await tab.FollowAsync(address, page.Mark, patience.Token);
                        took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                    }
                }
                catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or InvalidDataException or OperationCanceledException or System.Net.WebSockets.WebSocketException)
                {
                    took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                    error = $"{(isFetched ? "fetched" : "followed")}: {tab?.Problem ?? failure.Message}";
                }

                visited(new Visit(page.Address, isFetched, took, error));
                if (error is not null && tab is not null)
                {
                    await tab.VanishAsync();
                    tab = null;
                }

                await Task.Delay(thinkFrom + (_dice.NextDouble() * (thinkTo - thinkFrom)), ct).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
        finally
        {
            if (tab is not null)
            {
                await LeaveAsync(tab);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http?.Dispose();

    private async Task LeaveAsync(OpenTab tab)
    {
        if (Vanishes)
        {
            await tab.VanishAsync();
        }
        else
        {
            await tab.DisposeAsync();
        }
    }

    // People come from addresses of their own: the site lets only so many sign in from one. Where a system has but one of its own, all come from that.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (OperatingSystem.IsLinux())
            {
                socket.Bind(new IPEndPoint(new IPAddress([127, 0, (byte)(1 + (seed / 250)), (byte)(2 + (seed % 250))]), 0));
            }

            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Opens a page in a tab of its own and waits until its content has come by the circuit, too.</summary>
    public async Task<OpenTab> OpenAsync(Uri address, string mark, CancellationToken ct)
        => await OpenTab.OpenAsync(Http, _cookies.GetCookieHeader(site), address, await FetchAsync(address, mark, ct), mark, ct);

    /// <summary>Fetches a page whole.</summary>
    /// <exception cref="InvalidOperationException">It was not answered, or came without the mark.</exception>
    public async Task<string> FetchAsync(Uri address, string mark, CancellationToken ct)
    {
        using var answer = await Http.GetAsync(address, ct);
        var html = await answer.Content.ReadAsStringAsync(ct);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{address.AbsolutePath} answered {(int)answer.StatusCode}");
        }

        return html.Contains(mark, StringComparison.Ordinal) ? html : throw new InvalidOperationException($"{address.AbsolutePath} came without '{mark}'");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
