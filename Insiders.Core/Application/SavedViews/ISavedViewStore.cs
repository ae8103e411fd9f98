using Insiders.Core.Application.Audit;

namespace Insiders.Core.Application.SavedViews;

/// <summary>Stores saved views. A change and its audit entry are written in one transaction.</summary>
public interface ISavedViewStore
{
    /// <summary>The views that an account can open.</summary>
    Task<SavedViewList> ReadAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>Saves a view, replacing the one with the same id if there is one.</summary>
    /// <param name="view">The view.</param>
    /// <param name="entry">The audit entry; null for none.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    Task SaveAsync(SavedView view, AuditEntry? entry, CancellationToken cancellationToken);

    /// <summary>Removes a view.</summary>
    /// <param name="viewId">The view; nothing happens if it is already gone.</param>
    /// <param name="entry">The audit entry; null for none.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    Task DeleteAsync(string viewId, AuditEntry? entry, CancellationToken cancellationToken);

    /// <summary>Sets the view that an account's first visit opens; null for the list of all customers.</summary>
    Task ChooseStandardAsync(string accountId, string? viewId, CancellationToken cancellationToken);
}
