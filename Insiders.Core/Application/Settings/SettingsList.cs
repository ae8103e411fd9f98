using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Insiders.Core.Application.Audit;

namespace Insiders.Core.Application.Settings;

/// <summary>A list that is one group of the settings.</summary>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="store">The settings.</param>
/// <param name="key">The group's stable key.</param>
/// <param name="json">How the list is stored.</param>
internal sealed class SettingsList<T>(ISettingsStore store, string key, JsonTypeInfo<ImmutableArray<T>> json) : IDisposable
{
    // Two changes at once would each write a list without the other.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>The list; empty when it was never set.</summary>
    public async Task<ImmutableArray<T>> ListAsync(CancellationToken cancellationToken)
        => await store.FindAsync(key, cancellationToken) is { } text && JsonSerializer.Deserialize(text, json) is { IsDefault: false } list ? list : [];

    /// <summary>Changes the list, one change after the other.</summary>
    /// <param name="change">The list as it is; answers what it becomes, with the audit entry, or why nothing is written.</param>
    /// <param name="cancellationToken">Cancels the wait and the write.</param>
    public async Task<Result> ChangeAsync(Func<ImmutableArray<T>, Result<(ImmutableArray<T> List, AuditEntry Entry)>> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!change(await ListAsync(cancellationToken)).TryGet(out var changed, out var problem))
            {
                return problem;
            }

            await store.SaveAsync(key, JsonSerializer.Serialize(changed.List, json), changed.Entry.Actor, changed.Entry.At, cancellationToken, changed.Entry);
            return Result.Done;
        }
        finally
        {
            _turn.Release();
        }
    }
}
