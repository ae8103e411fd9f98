using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Insiders.Benchmarks.Load;

/// <summary>A tab as the server knows it: a circuit over a web socket, started with the components of a page that was fetched.</summary>
/// <remarks>
/// It says all that the browser's script says: StartCircuit, UpdateRootComponents, a receipt for every batch of changes, an answer for every
/// call of a script, OnLocationChanged for a followed link, and a goodbye when it is closed. It draws nothing and runs no script: a script's
/// answer is made up by its kind.
/// </remarks>
internal sealed partial class OpenTab : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _leaving = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly HttpClient _http;
    private readonly Uri _site;
    private string? _circuit;
    private Task _listening = Task.CompletedTask;
    private volatile TaskCompletionSource _waiting = new();
    private byte[] _mark = [];

    private OpenTab(HttpClient http)
    {
        _http = http;
        _site = http.BaseAddress!;
    }

    /// <summary>What went wrong on the server or on the wire; null while nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>Batches of changes that were received.</summary>
    public int Batches { get; private set; }

    /// <summary>Opens a circuit for a page.</summary>
    /// <param name="http">Carries the person's cookies.</param>
    /// <param name="cookies">The same cookies as a header.</param>
    /// <param name="address">The page.</param>
    /// <param name="html">The page as it was answered.</param>
    /// <param name="mark">What stands in the page when its content is there: it is waited for. Null where the components need only be started.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<OpenTab> OpenAsync(HttpClient http, string cookies, Uri address, string html, string? mark, CancellationToken ct)
    {
        var tab = new OpenTab(http);
        using var answer = await http.PostAsync("_blazor/negotiate?negotiateVersion=1", null, ct);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("connectionToken").GetString()!;
        tab._socket.Options.SetRequestHeader("Cookie", cookies);
        tab._socket.Options.SetRequestHeader("Origin", tab._site.GetLeftPart(UriPartial.Authority));
        await tab._socket.ConnectAsync(new Uri($"ws://{tab._site.Authority}/_blazor?id={Uri.EscapeDataString(token)}"), ct);
        await tab.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        var hello = await tab.ReceiveAsync(ct);
        if (!hello.AsSpan().StartsWith("{}"u8))
        {
            throw new InvalidDataException($"The hub answered the greeting with {Encoding.UTF8.GetString(hello)}");
        }

        tab._listening = tab.ListenAsync();
        var state = StateMark().Match(html).Groups[1].Value;
        var started = tab.Expect("\u0000circuit");
        await tab.SendAsync(HubFrame.Call("0", "StartCircuit", tab._site.ToString(), address.ToString(), "[]", state));
        await started.WaitAsync(ct);
        var drawn = mark is null ? Task.CompletedTask : tab.Expect(mark);
        await tab.SendAsync(HubFrame.Call(null, "UpdateRootComponents", Operations(html), state));
        await drawn.WaitAsync(ct);
        return tab;
    }

    /// <summary>Follows a link within the site.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="mark">What stands in the page when its content is there.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Ends when a batch with the mark has arrived.</returns>
    public async Task FollowAsync(Uri address, string mark, CancellationToken ct)
    {
        var drawn = Expect(mark);
        await SendAsync(HubFrame.Call(null, "OnLocationChanged", address.ToString(), null, true));
        await drawn.WaitAsync(ct);
    }

    /// <summary>Closes it as a browser does: its script names the circuit that is no longer needed, and the socket ends.</summary>
    /// <exception cref="InvalidOperationException">The site did not take the goodbye.</exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await SayGoodbyeAsync();
        }
        finally
        {
            await VanishAsync();
        }
    }

    /// <summary>Ends it as a telephone does that is switched off: without a word.</summary>
    public async Task VanishAsync()
    {
        await _leaving.CancelAsync();
        await _listening;
        _socket.Dispose();
        _leaving.Dispose();
        _turn.Dispose();
    }

    private async Task SayGoodbyeAsync()
    {
        if (_circuit is not { } circuit)
        {
            return;
        }

        _circuit = null;
        using var goodbye = new MultipartFormDataContent { { new StringContent(circuit), "circuitId" } };
        using var answer = await _http.PostAsync("_blazor/disconnect", goodbye);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"The site answered a goodbye with {(int)answer.StatusCode}");
        }
    }

    // A first drawing says "add" for every component that the page was fetched with.
    private static string Operations(string html)
    {
        var operations = ComponentMark().Matches(html).Select(match => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(match.Groups[1].Value)!)
            .Where(mark => mark.ContainsKey("descriptor"))
            .Select((mark, i) => new { type = "add", ssrComponentId = i + 1, marker = mark }).ToArray();
        return operations.Length > 0 ? JsonSerializer.Serialize(new { batchId = 1, operations }) : throw new InvalidDataException("The page has no component to start.");
    }

    private Task Expect(string mark)
    {
        _mark = Encoding.UTF8.GetBytes(mark);
        return (_waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                foreach (var message in HubFrame.Read(await ReceiveAsync(_leaving.Token)))
                {
                    await AnswerAsync(message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The tab is being closed.
        }
        catch (Exception failure)
        {
            Fail(failure.Message);
        }
    }

    private async Task AnswerAsync(IReadOnlyList<object?> message)
    {
        switch (message)
        {
            case [1L, _, _, string target, IReadOnlyList<object?> arguments, ..]:
                await AnswerAsync(target, arguments);
                break;
            case [3L, _, _, 3L, string circuit, ..]:
                _circuit = circuit;
                _waiting.TrySetResult();
                break;
            case [3L, _, _, var kind, var rest, ..]:
                Fail($"The circuit did not start ({kind}): {rest}");
                break;
            case [7L, ..]:
                Fail("The server closed the circuit.");
                break;
        }
    }

    private async Task AnswerAsync(string target, IReadOnlyList<object?> arguments)
    {
        switch (target)
        {
            case "JS.RenderBatch":
                Batches++;
                await SendAsync(HubFrame.Call(null, "OnRenderCompleted", arguments[0], null));
                if (((ReadOnlyMemory<byte>)arguments[1]!).Span.IndexOf(_mark) >= 0)
                {
                    _waiting.TrySetResult();
                }

                break;
            case "JS.BeginInvokeJS":
                await SendAsync(HubFrame.Call(null, "EndInvokeJSFromDotNet", arguments[0], true, $"[{arguments[0]},true,{ResultOf(arguments)}]"));
                break;
            case "JS.Error":
                Fail($"The circuit failed: {arguments[0]}");
                break;
        }
    }

    // The fourth argument says what the server takes: 1 is a reference to an object, 3 nothing; else the script decides.
    private static string ResultOf(IReadOnlyList<object?> arguments) => (arguments[3], arguments[1]) switch
    {
        (1L, _) => "{\"__jsObjectId\":1}",
        (3L, _) => "null",
        (_, string script) when script.Contains("DarkMode", StringComparison.OrdinalIgnoreCase) => "false",
        (_, "draw" or "attach") => "true",
        _ => "null",
    };

    private void Fail(string problem)
    {
        Problem ??= problem;
        _waiting.TrySetException(new InvalidOperationException(problem));
    }

    private async Task SendAsync(byte[] frame)
    {
        await _turn.WaitAsync(_leaving.Token);
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, _leaving.Token);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<byte[]> ReceiveAsync(CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var part = new byte[16 * 1024];
        while (true)
        {
            var got = await _socket.ReceiveAsync(part, ct);
            if (got.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException($"The server hung up: {got.CloseStatusDescription}");
            }

            whole.Write(part, 0, got.Count);
            if (got.EndOfMessage)
            {
                return whole.ToArray();
            }
        }
    }

    [GeneratedRegex("<!--Blazor:({.*?})-->")]
    private static partial Regex ComponentMark();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex StateMark();
}
