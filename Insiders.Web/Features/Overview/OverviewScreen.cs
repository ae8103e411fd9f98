using Insiders.Core.Customers;
using Insiders.Web.Components;
using Insiders.Web.Navigation;
using Microsoft.AspNetCore.Components;

namespace Insiders.Web.Features.Overview;

/// <summary>The overview of one tab: reads what its address asks for, until the tab leaves.</summary>
public sealed class OverviewScreen : IDisposable
{
    private const string Path = "/";

    private readonly LatestLoad _load = new();
    private readonly OverviewLoader _query;
    private readonly NavigationManager _navigation;
    private readonly ILogger<OverviewScreen> _log;

    /// <summary>Opens it; nothing is read yet.</summary>
    public OverviewScreen(OverviewLoader query, NavigationManager navigation, ILogger<OverviewScreen> log)
        => (_query, _navigation, _log) = (query, navigation, log);

    /// <summary>Cancelled once the tab has left.</summary>
    public CancellationToken Left => _load.Left;

    /// <summary>What the tab shows; null inside while no run is published.</summary>
    public LoadState<OverviewViewModel?> State { get; private set; } = new LoadState<OverviewViewModel?>.Loading();

    /// <summary>True for an address of this page.</summary>
    public static bool IsHere(string location) => new Uri(location).AbsolutePath == Path;

    /// <summary>The address of the page under other conditions.</summary>
    public string AddressOf(CustomerFilter filter) => FilterAddress.Write(AddressQuery.Of(_navigation.Uri), filter).To(Path);

    /// <summary>Reads the figures of the address as it is now; what was shown stays until they are there.</summary>
    /// <remarks>Charts are built here, not while rendering: one that is another is drawn anew.</remarks>
    public async Task LoadAsync() => State = await _load.ReadAsync(FindAsync, _log, "The overview") ?? State;

    /// <inheritdoc/>
    public void Dispose() => _load.Dispose();

    private async Task<OverviewViewModel?> FindAsync(CancellationToken cancellationToken)
        => await _query.ReadAsync(AddressQuery.Of(_navigation.Uri), cancellationToken) is { } figures ? new OverviewViewModel(figures, OverviewCharts.Build(figures, AddressOf)) : null;
}
