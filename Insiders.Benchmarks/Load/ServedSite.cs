using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Insiders.Web.Commands;

namespace Insiders.Benchmarks.Load;

/// <summary>The real site as a process of its own, on a free port of this machine.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    /// <summary>The administrator of its set-up.</summary>
    public const string AdminEmail = "ana@shop.example";

    /// <summary>Everybody's password.</summary>
    public const string Password = "correct horse battery";

    private readonly Process _process;
    private int _lines;

    private ServedSite(Uri address, Process process)
    {
        Address = address;
        _process = process;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

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

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="ledger">A file of sales, or <c>demo</c>.</param>
    public static async Task<ServedSite> StartAsync(string folder, string ledger)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet", [typeof(ServeCommand).Assembly.Location, "--data", folder, "--urls", address.ToString()]) { RedirectStandardOutput = true };
        start.Environment["Insiders__Setup__AdminEmail"] = AdminEmail;
        start.Environment["Insiders__Setup__AdminPassword"] = Password;
        start.Environment["Insiders__Setup__Ledger"] = ledger;
        var site = new ServedSite(address, Process.Start(start)!);
        site._process.OutputDataReceived += (_, line) => site.Read(line.Data);
        site._process.BeginOutputReadLine();
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
