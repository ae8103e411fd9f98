using System.Collections.Concurrent;
using System.Globalization;
using Insiders.Core.Numerics;
using Insiders.Web.Hosting;

namespace Insiders.Tests.Web.Hosting;

public sealed class BackgroundThreadsTests
{
    [Fact]
    public async Task Work_and_what_it_starts_stays_on_the_threads_however_deep()
    {
        using var threads = new BackgroundThreads("test");
        var names = new ConcurrentDictionary<string, bool>();

        await threads.RunAsync(async () =>
        {
            See();
            await Task.Yield();
            See();
            return await SameScheduler.RunAsync(() =>
            {
                ParallelRows.For(64, 1, 8, (_, _) =>
                {
                    See();
                    ParallelRows.For(64, 1, 8, (_, _) => See(), CancellationToken.None);
                }, CancellationToken.None);
                return true;
            }, CancellationToken.None);
        }, CancellationToken.None);

        Assert.Equal(["insiders-test"], names.Keys); // the pool's threads are called ".NET TP Worker"

        void See() => names[Thread.CurrentThread.Name ?? ""] = true;
    }

    [Fact]
    public async Task They_step_back_on_Linux_and_so_do_the_threads_they_start()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var threads = new BackgroundThreads("test");
        var (own, started) = await threads.RunAsync(() =>
        {
            var born = 0;
            var thread = new Thread(() => born = Niceness());
            thread.Start();
            thread.Join();
            return (Niceness(), born);
        }, CancellationToken.None);

        Assert.True(own > Niceness(), $"niceness {own}");
        Assert.Equal(own, started);
    }

    [Fact]
    public async Task What_the_work_throws_arrives_as_it_was_thrown()
    {
        using var threads = new BackgroundThreads("test");

        await Assert.ThrowsAsync<InvalidDataException>(() => threads.RunAsync(int () => throw new InvalidDataException("bad"), CancellationToken.None));
    }

    // The nineteenth field; the second, a name in brackets, may hold spaces.
    private static int Niceness() => int.Parse(File.ReadAllText("/proc/thread-self/stat").Split(')')[^1].Split(' ')[17], CultureInfo.InvariantCulture);
}
