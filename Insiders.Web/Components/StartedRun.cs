using Insiders.Core.Application;
using Microsoft.AspNetCore.Components;

namespace Insiders.Web.Components;

/// <summary>Where a page goes that has asked for a run.</summary>
public static class StartedRun
{
    /// <summary>Goes to the page of the run.</summary>
    /// <returns>Null; or why there is no run, in the reader's language.</returns>
    public static string? OpenRun(this NavigationManager navigation, Result<long> started)
    {
        ArgumentNullException.ThrowIfNull(navigation);
        if (!started.TryGet(out var id, out var problem))
        {
            return ProblemText.Of(problem);
        }

        navigation.NavigateTo($"/runs/{id}");
        return null;
    }
}
