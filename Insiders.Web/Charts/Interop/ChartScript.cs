using Insiders.Web.Charts.Rendering;
using Insiders.Web.Charts.Spec;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Insiders.Web.Charts.Interop;

/// <summary>The browser side of one chart: draws, saves, and reports clicks. Calls from a closed page end silently.</summary>
/// <param name="runtime">The circuit's runtime.</param>
/// <param name="assets">Addresses of scripts, with the fingerprints that let browsers cache them.</param>
public sealed class ChartScript(IJSRuntime runtime, ResourceAssetCollection assets) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private DotNetObjectReference<ChartScript>? _self;
    private PlotlyFigure? _figure;
    private ElementReference _host;

    /// <summary>Called with the key of what was clicked.</summary>
    public Func<string, Task>? Picked { get; set; }

    /// <summary>The address of the full library for a figure that needs it; null for all others, which use the library already on the page.</summary>
    public static string? WholeLibraryOf(PlotlyFigure figure, ResourceAssetCollection assets)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(assets);
        return figure.Library == PlotlyLibrary.Basic ? null : assets[PlotlyAssets.AddressOf(figure.Library)];
    }

    /// <summary>Draws or redraws the chart.</summary>
    /// <returns>False when the browser cannot draw it.</returns>
    public async Task<bool> DrawAsync(ElementReference host, PlotlyFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        _figure = figure;
        _host = host;
        try
        {
            _module ??= await runtime.InvokeAsync<IJSObjectReference>("import", $"./{assets["js/charts.js"]}");
            _self ??= DotNetObjectReference.Create(this);
            return await _module.InvokeAsync<bool>("draw", host, figure.ToJson(), WholeLibraryOf(figure, assets), _self, Picked is not null);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            return true;
        }
        catch (JSException)
        {
            return false;
        }
    }

    /// <summary>Saves the chart as the browser shows it, with its title and a background.</summary>
    public async Task SavePictureAsync(PictureKind kind, ChartSpec spec, string ground)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("savePicture", _host, kind == PictureKind.Png ? "png" : "svg", spec.FileName, PlotlyText.Encode(spec.Title), ground);
        }
    }

    /// <summary>Saves the data of the chart.</summary>
    public async Task SaveFileAsync(ChartFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _module ??= await runtime.InvokeAsync<IJSObjectReference>("import", $"./{assets["js/charts.js"]}");
        using var stream = new DotNetStreamReference(new MemoryStream(file.Bytes.ToArray()));
        await _module.InvokeVoidAsync("saveFile", file.Name, file.ContentType, stream);
    }

    /// <summary>Called by the browser: a point was clicked.</summary>
    [JSInvokable]
    public Task OnPicked(int trace, int point) => _figure?.KeyAt(trace, point) is { } key && Picked is { } picked ? picked(key) : Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.InvokeVoidAsync("forget", _host);
                await _module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or JSException)
        {
            // The page is closed, and its chart with it.
        }

        _self?.Dispose();
    }
}
