using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Insiders.Web.Hosting;

/// <summary>Low-priority threads for background work, one per processor.</summary>
/// <remarks>
/// Without them a run occupies the thread pool's threads, and a page has to wait for one. When other threads want the processors,
/// these get about a quarter of the time; otherwise all of it. Results do not depend on it (decision 0003). Completions and
/// progress are reported by one more thread of normal priority, because a pool thread started from a low-priority thread would keep the low priority.
/// </remarks>
public sealed class BackgroundThreads : TaskScheduler, IDisposable
{
    // Leaves about three quarters of the time to others: pages do not wait, and a run still ends on a machine that is always busy.
    private const int Niceness = 5;

    [ThreadStatic]
    private static BackgroundThreads? s_owner;

    private readonly BlockingCollection<Task> _tasks = [];
    private readonly BlockingCollection<Action> _news = [];
    private int _working;

    /// <summary>Starts the threads.</summary>
    /// <param name="name">Their name in a debugger.</param>
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

    /// <summary>Runs asynchronous work; its continuations stay on these threads unless it configures otherwise. The caller's continuation runs elsewhere.</summary>
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

    /// <summary>Runs synchronous work. The caller's continuation runs elsewhere.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken) => RunAsync(() => Task.FromResult(work()), cancellationToken);

    /// <summary>Wraps a progress so that reports arrive in order and before the work completes.</summary>
    public IProgress<T> Passing<T>(IProgress<T> progress) => new Passed<T>(this, progress);

    /// <summary>Ends the threads once all queued work is done.</summary>
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
            // The site is shutting down; unfinished work continues on the thread pool so that it can observe its cancellation.
            ThreadPool.UnsafeQueueUserWorkItem(_ => TryExecuteTask(task), null);
        }
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => s_owner == this && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [.. _tasks];

    // .NET thread priorities have no effect on Linux, where each thread has its own niceness and passes it on to threads it starts.
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
            // The reporting thread has ended, so report from here.
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

        // An exception thrown by a report is rethrown at the work's next report.
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
