using System.Collections.Concurrent;

namespace Insiders.Core.Application.PublishedRuns;

/// <summary>What was derived from the published run, one value per type. It lives as long as the run is held in memory.</summary>
/// <remarks>Thread-safe: two requests at once derive a value once, and a failure is not kept.</remarks>
internal sealed class DerivedValues
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _values = new();

    public T Get<T>(Func<T> derive)
        where T : class
    {
        var value = _values.GetOrAdd(typeof(T), _ => new Lazy<object>(derive));
        try
        {
            return (T)value.Value;
        }
        catch
        {
            _values.TryRemove(KeyValuePair.Create(typeof(T), value));
            throw;
        }
    }
}
