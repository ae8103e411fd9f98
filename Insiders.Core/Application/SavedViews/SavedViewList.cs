using System.Collections.Immutable;

namespace Insiders.Core.Application.SavedViews;

/// <summary>The views that one person can open.</summary>
/// <param name="Own">Their own unshared views, oldest first.</param>
/// <param name="Shared">Shared views, oldest first.</param>
/// <param name="StandardId">The view that a first visit opens; null for the list of all customers.</param>
public sealed record SavedViewList(ImmutableArray<SavedView> Own, ImmutableArray<SavedView> Shared, string? StandardId)
{
    /// <summary>No views.</summary>
    public static SavedViewList Empty { get; } = new([], [], null);

    /// <summary>The view that a first visit opens; null when none is set or it no longer exists.</summary>
    public SavedView? Standard => StandardId is null ? null : Own.Concat(Shared).FirstOrDefault(view => view.Id == StandardId);
}
