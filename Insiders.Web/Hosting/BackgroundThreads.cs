using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Insiders.Web.Hosting;

/// <summary>Threads for work that nobody waits for at a screen: one per processor, all of which step back when a page wants one.</summary>
/// <remarks>
/// Without them a run takes the thread pool's threads, and a page waits until one is free. Where somebody else wants the processors,
/// these threads get about a quarter of them; else all. Results do not depend on it (decision 0003). What the others are told, an end or
/// progress, is told by one more thread that does not step back: a thread of the pool that is born of one which does would do so for good.
/// </remarks>
public sealed class BackgroundThreads : TaskScheduler, IDisposable
{
    // Three parts of four to the others: a page does not wait, and a run still ends on a machine that is always busy.
    private const int Niceness = 5;

    [ThreadStatic]
    private static BackgroundThreads? s_owner;

    private readonly BlockingCollection<Task> _tasks = [];
    private readonly BlockingCollection<Action> _news = [];
    private int _working;

    /// <summary>Starts them.</summary>
    /// <param name="name">What they are called in a debugger.</param>
    public BackgroundThreads(string name)
    {
        _working = MaximumConcurrencyLevel;
        new Thread(Tell) { IsBackground = true, Name = $"insiders-{name}-news" }.UnsafeStart();
        for (var i = 0; i < MaximumConcurrencyLevel; i++)
        {
            new Thread(Work) { IsBackground = true, Name = $"insiders-{name}", Priority = ThreadPriority.BelowNormal }.UnsafeStart();
        }
    }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => Environment.ProcessorCount;

    /// <summary>Runs work that awaits; what it starts stays on these threads unless it says otherwise. Whoever waits goes on elsewhere.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Task.Factory.StartNew(WorkAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);
        return done.Task;

        async Task WorkAsync()
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                var result = await work();
                Post(() => done.SetResult(result));
            }
            catch (OperationCanceledException cancelled)
            {
                Post(() => done.SetCanceled(cancelled.CancellationToken));
            }
            catch (Exception failure)
            {
                Post(() => done.SetException(failure));
            }
        }
    }

    /// <summary>Runs work that does not await. Whoever waits goes on elsewhere.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken) => RunAsync(() => Task.FromResult(work()), cancellationToken);

    /// <summary>Passes reports of the work on, in order and before its end.</summary>
    public IProgress<T> Passing<T>(IProgress<T> progress) => new Passed<T>(this, progress);

    /// <summary>Ends the threads when what was begun is done.</summary>
    public void Dispose() => _tasks.CompleteAdding();

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        try
        {
            _tasks.Add(task);
        }
        catch (InvalidOperationException)
        {
            // The site is going down and work that has not ended yet goes on elsewhere, to learn that it is cancelled.
            ThreadPool.UnsafeQueueUserWorkItem(_ => TryExecuteTask(task), null);
        }
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => s_owner == this && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [.. _tasks];

    // The priority that .NET sets does nothing on Linux, where each thread has a niceness of its own and hands it on to those it starts.
    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetNiceness(int which, int thread, int niceness);

    private void Work()
    {
        s_owner = this;
        if (OperatingSystem.IsLinux())
        {
            _ = SetNiceness(0, 0, Niceness);
        }

        foreach (var task in _tasks.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }

        if (Interlocked.Decrement(ref _working) == 0)
        {
            _news.CompleteAdding();
        }
    }

    private void Post(Action news)
    {
        try
        {
            _news.Add(news);
        }
        catch (InvalidOperationException)
        {
            // The threads have ended, and there is nobody left to tell it.
            news();
        }
    }

    private void Tell()
    {
        foreach (var news in _news.GetConsumingEnumerable())
        {
            news();
        }
    }

    private sealed class Passed<T>(BackgroundThreads threads, IProgress<T> progress) : IProgress<T>
    {
        private ExceptionDispatchInfo? _failure;

        // What a report throws ends the work at its next report, as if it had been told there.
        public void Report(T value)
        {
            Volatile.Read(ref _failure)?.Throw();
            threads.Post(() =>
            {
                try
                {
                    progress.Report(value);
                }
                catch (Exception failure)
                {
                    Volatile.Write(ref _failure, ExceptionDispatchInfo.Capture(failure));
                }
            });
        }
    }
}
