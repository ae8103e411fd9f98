using Insiders.Web.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Insiders.Web.Components;

/// <summary>A page whose state is its address: it reads what the address asks for when it opens and again whenever the address changes, until the reader leaves.</summary>
/// <typeparam name="T">What the page shows.</typeparam>
/// <remarks>Filters, Back and Forward all change the address and nothing else. What is shown stays until the answer to the new address is there.</remarks>
public abstract class AddressPage<T> : ComponentBase, IDisposable
{
    /// <summary>Where the browser is, and how to go elsewhere.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>What the page shows.</summary>
    protected LoadState<T> State { get; set; } = new LoadState<T>.Loading();

    /// <summary>The reading of this page; it ends with it.</summary>
    protected LatestLoad Load { get; } = new();

    /// <summary>The conditions in the address.</summary>
    protected AddressQuery Address => AddressQuery.Of(Navigation.Uri);

    /// <summary>What is read, as the log calls it, such as <c>The map</c>.</summary>
    protected abstract string Content { get; }

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Navigation.LocationChanged -= Follow;
        Load.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>True for a path that this page answers; the reader may also leave for another page.</summary>
    protected abstract bool IsHere(string path);

    /// <summary>Reads what the address asks for.</summary>
    protected abstract Task<T> FindAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override Task OnInitializedAsync()
    {
        FollowAddress();
        return LoadAsync();
    }

    /// <summary>From here on a new address is read; a page that needs something else first calls this, and <see cref="LoadAsync"/> itself.</summary>
    protected void FollowAddress() => Navigation.LocationChanged += Follow;

    /// <summary>What a new address of the page asks for: to read, unless a page knows better.</summary>
    protected virtual Task FollowAsync() => LoadAsync();

    /// <summary>Reads; an answer that a later address has overtaken is not shown.</summary>
    protected async Task LoadAsync() => State = await ReadAsync(FindAsync, Content) ?? State;

    /// <summary>Reads something else that the page waits for; null when a later reading has begun or the page is left.</summary>
    protected Task<LoadState<TOther>?> ReadAsync<TOther>(Func<CancellationToken, Task<TOther>> read, string what) => Load.ReadAsync(read, Loggers.CreateLogger(GetType()), what);

    private void Follow(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(async () =>
    {
        if (!Load.IsOver && IsHere(new Uri(Navigation.Uri).AbsolutePath))
        {
            await FollowAsync();
            StateHasChanged();
        }
    });
}
