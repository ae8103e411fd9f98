using Insiders.Web.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Worker;

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
