using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Insiders.Web.Cli;

namespace Insiders.Benchmarks.Load;

/// <summary>The real site as a process of its own, on a free port of this machine.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    /// <summary>The administrator of its set-up.</summary>
    public const string AdminEmail = "ana@shop.example";

    /// <summary>Everybody's password.</summary>
    public const string Password = "correct horse battery";

    // Twice what the site takes at most.
    private static readonly TimeSpan s_longestStop = TimeSpan.FromSeconds(16);

    private readonly Process _process;
    private int _lines;

    private ServedSite(Uri address, DateTimeOffset startedAt, Process process)
    {
        Address = address;
        StartedAt = startedAt;
        _process = process;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>When its process was started.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Lines of its log that say warning or worse.</summary>
    public int Complaints => Volatile.Read(ref _lines);

    /// <summary>Seconds of processor time it has used.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Memory of its process that lies in RAM, in MB.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024.0 * 1024.0);
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="ledger">A file of sales, or <c>demo</c>.</param>
    /// <param name="program">The program of a published site; without it the site is the one built along with the benchmarks.</param>
    public static async Task<ServedSite> StartAsync(string folder, string ledger, string? program = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var site = Launch(folder, ledger, address, program is null ? ["dotnet", typeof(ServeCommand).Assembly.Location] : [program]);
        using var http = new HttpClient { BaseAddress = address };
        for (var i = 0; i < 300; i++)
        {
            try
            {
                using var answer = await http.GetAsync("health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return site;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(100);
        }

        await site.DisposeAsync();
        throw new InvalidOperationException("The site did not get ready within half a minute.");
    }

    /// <summary>Starts a published site and waits, by knocking, until it accepts a connection.</summary>
    /// <param name="folder">Its data folder, which has been set up.</param>
    /// <param name="address">Where it answers: always the same, else a browser would keep nothing from one start to the next.</param>
    /// <param name="program">Its program.</param>
    public static async Task<ServedSite> StartListeningAsync(string folder, Uri address, string program)
    {
        var site = Launch(folder, null, address, [program]);
        while (!site._process.HasExited)
        {
            using var knock = new TcpClient();
            try
            {
                await knock.ConnectAsync(address.Host, address.Port);
                return site;
            }
            catch (SocketException)
            {
                await Task.Delay(4);
            }
        }

        await site.DisposeAsync();
        throw new InvalidOperationException("The site ended before it listened.");
    }

    /// <summary>Has it stop as a service is stopped, so that the next start has nothing to mend; where there are no signals, or it does not stop, leaves it to <see cref="DisposeAsync"/>.</summary>
    public async Task StopAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(s_longestStop);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                await Console.Error.WriteLineAsync("The site did not stop when it was asked to, and is killed.");
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ServedSite Launch(string folder, string? ledger, Uri address, string[] command)
    {
        var start = new ProcessStartInfo(command[0], [.. command[1..], "--data", folder, "--urls", address.ToString()]) { RedirectStandardOutput = true };
        if (ledger is not null)
        {
            start.Environment["Insiders__Setup__AdminEmail"] = AdminEmail;
            start.Environment["Insiders__Setup__AdminPassword"] = Password;
            start.Environment["Insiders__Setup__Ledger"] = ledger;
        }

        var site = new ServedSite(address, DateTimeOffset.UtcNow, Process.Start(start)!);
        site._process.OutputDataReceived += (_, line) => site.Read(line.Data);
        site._process.BeginOutputReadLine();
        return site;
    }

    private void Read(string? line)
    {
        if (line is not null && (line.StartsWith("warn:", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref _lines);
        }

        if (line is not null && Environment.GetEnvironmentVariable("INSIDERS_SHOW_LOG") is not null)
        {
            Console.Error.WriteLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
