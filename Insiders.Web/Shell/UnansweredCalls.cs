using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace Insiders.Web.Shell;

/// <summary>Cancels the calls into the browser that are unanswered when their circuit is closed: nobody will answer them.</summary>
/// <remarks>
/// The framework waits a minute for an answer (<c>JSInteropDefaultCallTimeout</c>), even when the circuit is closed, and the timer of that
/// wait keeps the circuit with every component of its page in memory (dotnet/aspnetcore#32808). Whoever leaves a page while its scripts
/// load leaves such a call behind, so a site held every circuit of the last minute. The calls can only be found in a private field of
/// the framework: where it is missing, circuits are kept for that minute again, and <c>UnansweredCallsTests</c> fails.
/// </remarks>
public sealed class UnansweredCalls(ILogger<UnansweredCalls> log) : CircuitHandler, IDisposable
{
    private JSRuntime? _runtime;

    /// <summary>Has every circuit cancel its calls when it is closed. Comes after the interactive components.</summary>
    public static void Add(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddScoped<UnansweredCalls>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<UnansweredCalls>());

        // A circuit has a runtime from its start, and handlers only from the start of its components: it may be closed between the two.
        var runtime = services.Last(service => service.ServiceType == typeof(IJSRuntime)).ImplementationType!;
        services.AddScoped(provider => provider.GetRequiredService<UnansweredCalls>().Follow((IJSRuntime)ActivatorUtilities.CreateInstance(provider, runtime)));
    }

    /// <summary>Takes the runtime whose calls it cancels.</summary>
    /// <returns>The same runtime.</returns>
    public IJSRuntime Follow(IJSRuntime runtime)
    {
        _runtime = runtime as JSRuntime;
        return runtime;
    }

    /// <inheritdoc/>
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Cancel();
        return Task.CompletedTask;
    }

    /// <summary>Cancels what has begun while the circuit was being closed; no call can begin any more.</summary>
    public void Dispose() => Cancel();

    private void Cancel()
    {
        if (_runtime is null)
        {
            return;
        }

        try
        {
            foreach (var call in Pending(_runtime).Values)
            {
                // A TaskCompletionSource<T> whose T only the caller knows.
                call.GetType().GetMethod(nameof(TaskCompletionSource.TrySetCanceled), Type.EmptyTypes)?.Invoke(call, null);
            }
        }
        catch (MissingFieldException missing)
        {
            log.LogWarning(missing, "Unanswered calls into browsers cannot be cancelled: closed circuits stay in memory for a minute.");
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_pendingTasks")]
    private static extern ref ConcurrentDictionary<long, object> Pending(JSRuntime runtime);
}
