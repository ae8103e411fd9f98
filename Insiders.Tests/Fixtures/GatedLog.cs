using Microsoft.Extensions.Logging;

namespace Insiders.Tests.Fixtures;

/// <summary>A log that blocks writers until a gate opens, so that a test can inspect work in progress.</summary>
public sealed class GatedLog<T> : ILogger<T>, IDisposable
{
    private readonly ManualResetEventSlim _gate = new(initialState: true);

    /// <summary>Closes the gate: from now on, writers wait.</summary>
    public void Close() => _gate.Reset();

    /// <summary>Opens the gate.</summary>
    public void Open() => _gate.Set();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _gate.Wait(TimeSpan.FromMinutes(1));

    public void Dispose()
    {
        _gate.Set();
        _gate.Dispose();
    }
}
