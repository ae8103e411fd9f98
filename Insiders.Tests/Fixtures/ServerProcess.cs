using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Insiders.Web.Cli;

namespace Insiders.Tests.Fixtures;

/// <summary>The site as a separate process that a test can kill at any moment.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const string Variable = "INSIDERS_PROGRAM";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _error.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Its address.</summary>
    public Uri Address { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Its standard error so far.</summary>
    public string Error => string.Join('\n', _error).Trim();

    /// <summary>Its standard output so far, including its log.</summary>
    public string Output => string.Join('\n', _output).Trim();

    /// <summary>Whether it is still running.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>How to start the program: the one named in INSIDERS_PROGRAM, which may be a published one, or the one built with the tests.</summary>
    /// <param name="arguments">Its verb and options.</param>
    public static ProcessStartInfo Program(params string[] arguments)
        => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } published ? new ProcessStartInfo(published, arguments)
            : new ProcessStartInfo("dotnet", [typeof(ServeCommand).Assembly.Location, .. arguments]);

    /// <summary>Starts a site with the usual administrator.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="settings">Settings such as <c>Insiders__Setup__Ledger=demo</c>.</param>
    public static ServerProcess Start(string folder, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = Program("--data", folder, "--urls", address.ToString());
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var setting in settings.Prepend("Insiders__Upload__ReserveMegabytes=0").Prepend($"Insiders__Setup__AdminPassword={SignedIn.Password}").Prepend($"Insiders__Setup__AdminEmail={SignedIn.AdminEmail}"))
        {
            start.Environment[setting.Split('=')[0]] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }

        return new ServerProcess(Process.Start(start)!, address);
    }

    /// <summary>Waits until it is ready; fails if it ends before that.</summary>
    public async Task<ServerProcess> ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var started = Stopwatch.StartNew(); started.Elapsed < s_patience && IsAlive; await Task.Delay(50))
        {
            try
            {
                using var answer = await http.GetAsync("health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return this;
                }
            }
            catch (HttpRequestException)
            {
                // It is not listening yet.
            }
        }

        throw new InvalidOperationException($"The site did not become ready.\n{Output}\n{Error}");
    }

    /// <summary>Kills the process.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (IsAlive)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
