using Microsoft.Extensions.Logging;

namespace Insiders.Tests.Fixtures;

/// <summary>A log that collects what is written to it.</summary>
public sealed class GatheredLog : ILogger
{
    /// <summary>What was written, in order.</summary>
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
}
