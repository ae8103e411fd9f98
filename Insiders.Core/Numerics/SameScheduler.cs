namespace Insiders.Core.Numerics;

/// <summary>Starts work where its caller runs: on the thread pool, or on the threads that the caller was given.</summary>
/// <remarks><c>Task.Run</c> always takes the pool; a server that keeps the pool free for its pages runs the pipeline on threads of its own.</remarks>
internal static class SameScheduler
{
    /// <summary>Runs <paramref name="work"/> as a task of the current scheduler.</summary>
    /// <param name="work">What computes.</param>
    /// <param name="cancellationToken">Cancels the task before it starts; the work looks at it by itself.</param>
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
        => Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.DenyChildAttach, TaskScheduler.Current);
}
