using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Insiders.Benchmarks.Load;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Runs;
using Insiders.Core.Storage;
using Insiders.Web.Account;
using Insiders.Web.Setup;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Benchmarks;

/// <summary>People browsing the real site, first with nothing else going on, then while runs follow one another.</summary>
internal static class UserLoad
{
    private const int QueuedRuns = 60;
    private const int RunsAlone = 3;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_thinkFrom = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_thinkTo = TimeSpan.FromSeconds(3);

    /// <summary>Measures, and writes a part of the page of figures.</summary>
    /// <param name="part">Name of the part.</param>
    /// <param name="ledger">A file of sales; the generated shop where there is no such file.</param>
    /// <param name="count">How many people browse at once.</param>
    /// <param name="seconds">How long, once without runs and once beside them.</param>
    /// <returns>0 where every page was answered, else 1.</returns>
    public static async Task<int> RunAsync(string part, string ledger, int count, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("insiders-bench-").FullName;
        var source = File.Exists(ledger) ? Path.GetFullPath(ledger) : SetupOptions.Demo;
        var store = new RunStore(Path.Combine(folder, "insiders.db"));
        try
        {
            Measured quiet;
            (string Email, string Role)[] people;
            await using (var site = await ServedSite.StartAsync(folder, source))
            {
                await StoredRuns.UntilPublishedAsync(store);
                people = await InviteAsync(folder, count);
                quiet = await BrowseAsync(site, people, store, seconds);
            }

            await StoredRuns.QueueAsync(store, RunsAlone);
            double alone;
            await using (await ServedSite.StartAsync(folder, source))
            {
                await StoredRuns.UntilLeftAsync(store, 0);
                alone = MedianSeconds((await store.ListRunsAsync(CancellationToken.None)).OrderByDescending(run => run.Id).Take(RunsAlone));
            }

            await StoredRuns.QueueAsync(store, QueuedRuns);
            Measured busy;
            await using (var site = await ServedSite.StartAsync(folder, source))
            {
                busy = await BrowseAsync(site, people, store, seconds);
            }

            BenchmarkPage.Write(part, Text(source, count, seconds, alone, quiet, busy));
            return quiet.Errors + busy.Errors == 0 ? 0 : 1;
        }
        finally
        {
            store.ReleaseFile();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Makes an account for each of them, by invitation, beside the site that is running.</summary>
    private static async Task<(string Email, string Role)[]> InviteAsync(string folder, int count)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton(TimeProvider.System);
        var data = new DataFolder(folder);
        builder.Services.AddSingleton<IAuditLog>(_ => new AuditLog(data.Database));
        builder.AddAccounts(data);
        await using var app = builder.Build();
        var directory = app.Services.GetRequiredService<PeopleDirectory>();
        var people = Enumerable.Range(0, count).Select(i => (Email: $"person{i}@shop.example", Role: (i % 10) switch { 0 => Roles.Admin, < 7 => Roles.Analyst, _ => Roles.Viewer })).ToArray();
        foreach (var (email, role) in people)
        {
            var link = QueryHelpers.ParseQuery((await directory.InviteAsync(email.Split('@')[0], email, role, ServedSite.AdminEmail, CancellationToken.None)).Split('?')[1]);
            await directory.AcceptAsync(link["person"]!, link["token"]!, ServedSite.Password, CancellationToken.None);
        }

        return people;
    }

    private static async Task<Measured> BrowseAsync(ServedSite site, (string Email, string Role)[] people, RunStore store, int seconds)
    {
        long[] runs = [.. (await store.ListRunsAsync(CancellationToken.None)).Where(run => run.State is RunState.Succeeded or RunState.Running).Select(run => run.Id)];
        var visits = new ConcurrentQueue<Visit>();
        var measuring = false;
        using var stop = new CancellationTokenSource();
        var users = people.Select((person, i) => (person.Role, User: new SimulatedUser(site.Address, person.Email, ServedSite.Password, i))).ToArray();
        foreach (var (_, user) in users)
        {
            await user.SignInAsync(CancellationToken.None);
        }

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var browsing = users.Select(one => Task.Run(() => one.User.BrowseAsync(
            Tour.Of(one.Role, PageCatalog.All.Where(page => (int)page.Role <= Roles.All.ToList().IndexOf(one.Role)).Select(page => (page.Address, page.Title()))),
            runs, visit => { if (Volatile.Read(ref measuring)) { visits.Enqueue(visit); } }, s_thinkFrom, s_thinkTo, stop.Token))).ToArray();
        await Task.Delay(s_warmUp);
        var (since, used) = (DateTimeOffset.UtcNow, site.ProcessorSeconds);
        Volatile.Write(ref measuring, true);
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        Volatile.Write(ref measuring, false);
        var ended = (await store.ListRunsAsync(CancellationToken.None)).Where(run => run.State == RunState.Succeeded && run.EndedAt > since).ToArray();
        var measured = new Measured([.. visits], ended.Length, MedianSeconds(ended), (site.ProcessorSeconds - used) / seconds, site.Complaints);
        await stop.CancelAsync();
        await Task.WhenAll(browsing);
        foreach (var (_, user) in users)
        {
            user.Dispose();
        }

        return measured;
    }

    private static double MedianSeconds(IEnumerable<RunSummary> runs)
    {
        double[] sorted = [.. runs.Select(run => (run.EndedAt - run.StartedAt)!.Value.TotalSeconds).Order()];
        return sorted.Length == 0 ? double.NaN : sorted[sorted.Length / 2];
    }

    private static string Text(string source, int count, int seconds, double alone, Measured quiet, Measured busy)
    {
        var text = new StringBuilder();
        var shop = source == SetupOptions.Demo ? "the generated shop" : Path.GetFileName(source);
        text.AppendLine(CultureInfo.InvariantCulture, $"{count} signed-in people, each with an open circuit, {seconds} s for each column after {s_warmUp.TotalSeconds:0} s of warming up; ledger: {shop}.");
        text.AppendLine();
        text.AppendLine("| | nothing else going on | runs back to back |");
        text.AppendLine("|---|---|---|");
        Row("page answers", measured => measured.Visits.Length, "#,##0");
        Row("errors", measured => measured.Errors, "0");
        Row("median, ms", measured => measured.Quantile(0.5, null), "0");
        Row("90th percentile, ms", measured => measured.Quantile(0.9, null), "0");
        Row("99th percentile, ms", measured => measured.Quantile(0.99, null), "0");
        Row("fetched whole: median, ms", measured => measured.Quantile(0.5, true), "0");
        Row("fetched whole: 99th percentile, ms", measured => measured.Quantile(0.99, true), "0");
        Row("link followed: median, ms", measured => measured.Quantile(0.5, false), "0");
        Row("link followed: 99th percentile, ms", measured => measured.Quantile(0.99, false), "0");
        Row("runs ended meanwhile", measured => measured.Runs, "0");
        Row("processors the site kept busy", measured => measured.Processors, "0.00");
        Row("warnings and errors in its log", measured => measured.Complaints, "0");
        text.AppendLine(CultureInfo.InvariantCulture, $"\nA run took {alone:0.0} s alone and {busy.RunSeconds:0.0} s beside them (medians), {busy.RunSeconds / alone:0.0} × as long.");
        text.AppendLine("\n| page, while runs go on | answers | median, ms | 99th percentile, ms |\n|---|---|---|---|");
        foreach (var page in busy.Visits.GroupBy(visit => visit.Page).OrderBy(page => page.Key, StringComparer.Ordinal))
        {
            var of = busy with { Visits = [.. page] };
            text.AppendLine(CultureInfo.InvariantCulture, $"| {page.Key} | {of.Visits.Length} | {of.Quantile(0.5, null):0} | {of.Quantile(0.99, null):0} |");
        }

        foreach (var error in quiet.Visits.Concat(busy.Visits).Where(visit => visit.Error is not null).GroupBy(visit => $"{visit.Page}: {visit.Error}"))
        {
            Console.Error.WriteLine($"{error.Count()} × {error.Key}");
        }

        return text.ToString();

        void Row(string name, Func<Measured, double> figure, string format)
            => text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {BenchmarkPage.Number(figure(quiet), format)} | {BenchmarkPage.Number(figure(busy), format)} |");
    }

    private sealed record Measured(Visit[] Visits, int Runs, double RunSeconds, double Processors, int Complaints)
    {
        public int Errors => Visits.Count(visit => visit.Error is not null);

        public double Quantile(double share, bool? isFetched)
        {
            double[] sorted = [.. Visits.Where(visit => isFetched is null || visit.IsFetched == isFetched).Select(visit => visit.Milliseconds).Order()];
            return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
        }
    }
}
