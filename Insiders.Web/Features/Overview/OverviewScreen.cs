using Insiders.Core.Analysis;
using Insiders.Web.Shared;
using Insiders.Web.Shared.Address;
using Microsoft.AspNetCore.Components;

namespace Insiders.Web.Features.Overview;

/// <summary>The overview of one tab: reads what its address asks for.</summary>
public sealed class OverviewScreen(OverviewQuery query, NavigationManager navigation, ILogger<OverviewScreen> log)
{
    private const string Path = "/";

    /// <summary>What the tab shows; null inside while no run is published.</summary>
    public LoadState<OverviewView?> State { get; private set; } = new LoadState<OverviewView?>.Loading();

    /// <summary>True for an address of this page.</summary>
    public static bool IsHere(string location) => new Uri(location).AbsolutePath == Path;

    /// <summary>The address of the page under other conditions.</summary>
    public string AddressOf(CustomerFilter filter) => FilterAddress.Write(AddressQuery.Of(navigation.Uri), filter).To(Path);

    /// <summary>Reads the figures of the address as it is now; what was shown stays until they are there.</summary>
    /// <remarks>Charts are built here, not while rendering: one that is another is drawn anew.</remarks>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var figures = await query.ReadAsync(AddressQuery.Of(navigation.Uri), cancellationToken);
            State = new LoadState<OverviewView?>.Ready(figures is null ? null : new OverviewView(figures, OverviewCharts.Build(figures, AddressOf)));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The overview could not be read.");
            State = new LoadState<OverviewView?>.Failed(ProblemTexts.Of(failure));
        }
    }
}
