using Insiders.Tests.Fixtures;
using Insiders.Web.Cli;
using Insiders.Web.Composition;
using Insiders.Web.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Hosting;

public sealed class EnduringServiceTests
{
    [Fact]
    public async Task What_escapes_the_work_ends_neither_the_work_nor_the_host()
    {
        using var service = new Failing();

        await service.StartAsync(CancellationToken.None);
        await service.Third.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.False(service.ExecuteTask!.IsCompleted);
        await service.StopAsync(CancellationToken.None);
        Assert.True(service.ExecuteTask.IsCompletedSuccessfully);
    }

    [Fact]
    public void Everything_that_works_in_the_background_endures()
    {
        var services = typeof(EnduringService).Assembly.GetTypes().Where(type => typeof(BackgroundService).IsAssignableFrom(type) && !type.IsAbstract).ToArray();

        Assert.NotEmpty(services);
        Assert.All(services, type => Assert.True(type.IsSubclassOf(typeof(EnduringService)), $"{type.Name} would end the site with its first failure."));
    }

    [Fact]
    public async Task Work_that_ends_the_site_all_the_same_is_named_and_an_end_that_nobody_asked_for_has_a_code_of_its_own()
    {
        using var service = new Mortal();
        await service.StartAsync(CancellationToken.None);
        await Assert.ThrowsAsync<IOException>(() => service.ExecuteTask!);

        var failure = Assert.Throws<InvalidOperationException>(() => Site.ThrowIfFailed([service]));
        var run = await Terminal.RunAsync("serve", "--Insiders:Upload:MaxMegabytes=many");

        Assert.Equal("Mortal failed, and the site ended.", failure.Message);
        Assert.Equal(ExitCode.Unexpected, run.ExitCode);
        Assert.StartsWith("Something went wrong that nobody foresaw: ", run.Error, StringComparison.Ordinal);
    }

    private sealed class Mortal : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new IOException("disk full");
        }
    }

    private sealed class Failing() : EnduringService(TimeProvider.System, NullLogger.Instance)
    {
        private int _times;

        public TaskCompletionSource Third { get; } = new();

        protected override Task WorkAsync(CancellationToken stoppingToken)
        {
            if (++_times < 3)
            {
                throw new IOException("disk full");
            }

            Third.SetResult();
            return Task.Delay(Timeout.Infinite, stoppingToken);
        }
    }
}
