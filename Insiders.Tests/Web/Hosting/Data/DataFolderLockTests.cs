using Insiders.Core.Application.Disk;
using Insiders.Core.Problems;
using Insiders.Tests.Fixtures;
using Insiders.Web.Cli;
using Insiders.Web.Hosting.Data;

namespace Insiders.Tests.Web.Hosting.Data;

public sealed class DataFolderLockTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void A_second_one_is_refused_with_the_name_of_the_first_until_that_has_let_go()
    {
        using var second = Lock();
        using (var first = Lock())
        {
            first.Acquire();

            var refusal = Assert.Throws<RefusedException>(second.Acquire);

            Assert.StartsWith($"The data folder {_data.Root} is in use by process {Environment.ProcessId} on {Environment.MachineName}, started 20", refusal.Message, StringComparison.Ordinal);
            Assert.True(first.IsHeld);
            Assert.False(second.IsHeld);
        }

        second.Acquire();
        Assert.True(second.IsHeld);
    }

    [Fact]
    public void A_folder_that_is_gone_or_replaced_is_not_held_and_one_that_came_back_is()
    {
        using var held = Lock();
        held.Acquire();

        Directory.Move(_data.Root, _data.Root + "-away");
        Assert.False(held.IsHeld);

        Directory.CreateDirectory(_data.Root);
        File.WriteAllText(_data.Combine("insiders.lock"), "");
        File.WriteAllText(_data.Combine("insiders.lock.txt"), "process 1 on another machine");
        Assert.False(held.IsHeld);

        Directory.Delete(_data.Root, recursive: true);
        Directory.Move(_data.Root + "-away", _data.Root);
        Assert.True(held.IsHeld);
    }

    [Fact]
    public async Task A_second_site_on_one_folder_ends_with_a_sentence_and_a_kill_of_the_first_frees_it()
    {
        await using var first = await ServerProcess.Start(_data.Root).ReadyAsync();
        await using (var second = ServerProcess.Start(_data.Root))
        {
            Assert.Equal(ExitCode.Refused, await second.ExitAsync());
            Assert.StartsWith($"The data folder {_data.Root} is in use by process {first.Id} on ", second.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", second.Error, StringComparison.Ordinal);
        }

        Assert.True(first.IsAlive);
        await first.KillAsync();
        await using var third = await ServerProcess.Start(_data.Root).ReadyAsync();
    }

    private DataFolderLock Lock()
        => new(new DataFolder(_data.Root), TimeProvider.System);
}
