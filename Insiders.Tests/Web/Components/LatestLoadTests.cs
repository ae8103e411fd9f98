using Insiders.Tests.Fixtures;
using Insiders.Web.Components;
using Insiders.Web.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Components;

public sealed class LatestLoadTests : IDisposable
{
    private const string What = "The page";

    private readonly LatestLoad _load = new();
    private readonly TaskCompletionSource<string> _first = new();
    private readonly TaskCompletionSource<string> _second = new();
    private CancellationToken _firstToken;

    public void Dispose() => _load.Dispose();

    [Fact]
    public async Task Once_it_is_over_what_waits_for_it_ends_and_what_comes_later_ends_at_once()
    {
        var waiting = Task.Delay(Timeout.Infinite, _load.Left);
        Assert.False(_load.IsOver);

        _load.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.True(_load.IsOver);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, _load.Left));
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(_load.Left);
        Assert.True(linked.IsCancellationRequested);
    }

    [Fact]
    public async Task An_older_answer_that_comes_after_a_newer_one_does_not_show()
    {
        var (older, newer) = (ReadFirst(), ReadSecond());

        _second.SetResult("new");
        Assert.Equal(new LoadState<string>.Ready("new"), await newer);
        _first.SetResult("old");

        Assert.Null(await older);
    }

    [Fact]
    public async Task An_older_answer_that_comes_while_a_newer_one_is_awaited_does_not_show_either()
    {
        var (older, newer) = (ReadFirst(), ReadSecond());

        _first.SetResult("old");
        Assert.Null(await older);
        _second.SetResult("new");

        Assert.Equal(new LoadState<string>.Ready("new"), await newer);
    }

    [Fact]
    public async Task A_reading_is_cancelled_by_the_next_one_and_its_failure_is_nobody_s()
    {
        var log = new GatheredLog();
        var older = ReadFirst(log);
        Assert.False(_firstToken.IsCancellationRequested);

        var newer = ReadSecond();
        Assert.True(_firstToken.IsCancellationRequested);
        _first.SetException(new IOException("The older file is gone."));
        _second.SetResult("new");

        Assert.Null(await older);
        Assert.Equal(new LoadState<string>.Ready("new"), await newer);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Leaving_cancels_the_reading_and_shows_nothing()
    {
        var reading = ReadFirst();

        _load.Dispose();
        Assert.True(_firstToken.IsCancellationRequested);
        _first.SetResult("late");

        Assert.Null(await reading);
        _second.SetResult("after");
        Assert.Null(await ReadSecond());
    }

    [Fact]
    public async Task A_failure_is_logged_and_told_in_the_reader_s_words()
    {
        var log = new GatheredLog();
        var reading = ReadFirst(log);

        var failure = new IOException("The file is gone.");
        _first.SetException(failure);

        Assert.Equal(new LoadState<string>.Failed(ProblemText.Of(failure)), await reading);
        Assert.NotEqual(failure.Message, ProblemText.Of(failure));
        Assert.Equal(["The page could not be read."], log.Lines);
    }

    [Fact]
    public async Task A_wait_that_ended_by_itself_is_a_failure_too()
    {
        var reading = ReadFirst();

        _first.SetCanceled();

        Assert.IsType<LoadState<string>.Failed>(await reading);
    }

    private Task<LoadState<string>?> ReadFirst(ILogger? log = null) => _load.ReadAsync(
        token =>
        {
            _firstToken = token;
            return _first.Task;
        },
        log ?? NullLogger.Instance,
        What);

    private Task<LoadState<string>?> ReadSecond() => _load.ReadAsync(_ => _second.Task, NullLogger.Instance, What);

    [Fact]
    public async Task What_fails_after_the_page_was_left_is_told_to_nobody_and_what_fails_before_is()
    {
        var load = new LatestLoad();
        await Assert.ThrowsAsync<InvalidOperationException>(() => load.WhileHereAsync(() => throw new InvalidOperationException("seen")));
        var script = new TaskCompletionSource();

        var loading = load.WhileHereAsync(() => script.Task);
        load.Dispose();
        script.SetException(new ObjectDisposedException("the component's reference"));

        await loading;
    }
}
