using Insiders.Core.Application.Audit;

namespace Insiders.Core.Application.SavedViews;

/// <summary>The saved views. What is written and what the audit is told of it are one transaction.</summary>
public interface ISavedViewStore
{
    /// <summary>The views that an account can open.</summary>
    Task<SavedViewList> ReadAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>Keeps a view, in place of the one with its id where there is one.</summary>
    /// <param name="view">The view.</param>
    /// <param name="entry">What the audit is told; null when nothing.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    Task SaveAsync(SavedView view, AuditEntry? entry, CancellationToken cancellationToken);

    /// <summary>Removes a view.</summary>
    /// <param name="viewId">The view; nothing happens when it is gone.</param>
    /// <param name="entry">What the audit is told; null when nothing.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    Task DeleteAsync(string viewId, AuditEntry? entry, CancellationToken cancellationToken);

    /// <summary>Keeps which view an account's first visit opens; null for everybody.</summary>
    Task ChooseStandardAsync(string accountId, string? viewId, CancellationToken cancellationToken);
}
