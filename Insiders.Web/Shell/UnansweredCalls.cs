using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace Insiders.Web.Shell;

/// <summary>Cancels calls into the browser that are unanswered when their circuit is closed, because they will never be answered.</summary>
/// <remarks>
/// The framework waits a minute for an answer (<c>JSInteropDefaultCallTimeout</c>), even when the circuit is closed, and the timer of that
/// wait keeps the circuit with every component of its page in memory (dotnet/aspnetcore#32808). Leaving a page while its scripts
/// load leaves such a call behind, so the site held every circuit of the last minute. The calls can only be found in a private field of
/// the framework: if it is missing, circuits stay in memory for that minute again, and <c>UnansweredCallsTests</c> fails.
/// </remarks>
public sealed class UnansweredCalls(ILogger<UnansweredCalls> log) : CircuitHandler, IDisposable
{
    private JSRuntime? _runtime;

    /// <summary>Makes every circuit cancel its calls when it is closed. Must come after the interactive components.</summary>
    public static void Add(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddScoped<UnansweredCalls>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<UnansweredCalls>());

        // A circuit has a runtime from its start, but handlers only once its components start; it may be closed in between.
        var runtime = services.Last(service => service.ServiceType == typeof(IJSRuntime)).ImplementationType!;
        services.AddScoped(provider => provider.GetRequiredService<UnansweredCalls>().Follow((IJSRuntime)ActivatorUtilities.CreateInstance(provider, runtime)));
    }

    /// <summary>Sets the runtime whose calls are to be cancelled.</summary>
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

    /// <summary>Cancels calls that began while the circuit was being closed; no further call can begin.</summary>
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
