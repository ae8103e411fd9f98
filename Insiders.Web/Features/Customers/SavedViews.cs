using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Storage;

namespace Insiders.Web.Features.Customers;

/// <summary>Views of the list of customers that people saved: their own, and those that analysts share with everybody.</summary>
/// <remarks>A text per person and one for all in the settings of the installation (decision 0013). One writer at a time.</remarks>
public sealed class SavedViews(SettingsStore store, AuditLog audit, TimeProvider time) : IDisposable
{
    /// <summary>Characters of a name at most.</summary>
    public const int LongestName = 60;

    private const string SharedKey = "customer-views";
    private const int MostViews = 100;

    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>What a person can open.</summary>
    /// <param name="person">The person's id; null for nobody.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<ViewShelf> ReadAsync(string? person, CancellationToken cancellationToken)
    {
        var own = person is null ? Stored.Empty : await FindAsync(KeyOf(person), cancellationToken);
        return new ViewShelf(own.Views, (await FindAsync(SharedKey, cancellationToken)).Views, own.StandardId);
    }

    /// <summary>Adds a view, or puts back one that was deleted.</summary>
    /// <exception cref="ArgumentException">It has no name, or there are too many.</exception>
    public Task AddAsync(ViewActor actor, SavedView view, bool shared, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        var named = view with { Name = NameOf(view.Name) };
        return ChangeAsync(actor, shared, "view.saved", named.Name, stored => stored.Views.Length < MostViews
            ? stored with { Views = [.. stored.Views.Where(other => other.Id != view.Id), named] }
            : throw new ArgumentException(Figures.Fill(Texts.CustomersViewsFull, MostViews)), cancellationToken);
    }

    /// <summary>Gives a view another name; nothing happens when it is gone.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public Task RenameAsync(ViewActor actor, SavedView view, string name, bool shared, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        var clean = NameOf(name);
        return ChangeAsync(actor, shared, "view.renamed", clean, stored
            => stored with { Views = [.. stored.Views.Select(other => other.Id == view.Id ? other with { Name = clean } : other)] }, cancellationToken);
    }

    /// <summary>Takes a view away.</summary>
    public Task DeleteAsync(ViewActor actor, SavedView view, bool shared, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        return ChangeAsync(actor, shared, "view.deleted", view.Name, stored => stored with { Views = [.. stored.Views.Where(other => other.Id != view.Id)] }, cancellationToken);
    }

    /// <summary>Sets what a person's first visit opens; null for everybody.</summary>
    public Task ChooseStandardAsync(ViewActor actor, string? viewId, CancellationToken cancellationToken)
        => ChangeAsync(actor, shared: false, "", "", stored => stored with { StandardId = viewId }, cancellationToken);

    private async Task ChangeAsync(ViewActor actor, bool shared, string action, string subject, Func<Stored, Stored> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (shared && !actor.MayShare)
        {
            throw new UnauthorizedAccessException("Only analysts share views.");
        }

        var key = shared ? SharedKey : KeyOf(actor.Id);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await store.SaveAsync(key, JsonSerializer.Serialize(change(await FindAsync(key, cancellationToken))), actor.Name, time.GetUtcNow(), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }

        if (shared)
        {
            await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), actor.Name, action, subject), cancellationToken);
        }
    }

    private async Task<Stored> FindAsync(string key, CancellationToken cancellationToken)
        => await store.FindAsync(key, cancellationToken) is { } json ? JsonSerializer.Deserialize<Stored>(json) ?? Stored.Empty : Stored.Empty;

    private static string KeyOf(string person) => $"{SharedKey}/{person}";

    private static string NameOf(string name)
    {
        var clean = string.Concat(name.Where(letter => !char.IsControl(letter))).Trim();
        return clean.Length == 0 ? throw new ArgumentException(Texts.CustomersViewNameless) : clean.Length > LongestName ? clean[..LongestName].TrimEnd() : clean;
    }

    private sealed record Stored(ImmutableArray<SavedView> Views, string? StandardId)
    {
        public static Stored Empty { get; } = new([], null);
    }
}
