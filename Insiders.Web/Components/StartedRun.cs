using Insiders.Core.Application;
using Microsoft.AspNetCore.Components;

namespace Insiders.Web.Components;

/// <summary>Navigates after a page has started a run.</summary>
public static class StartedRun
{
    /// <summary>Goes to the run's page.</summary>
    /// <returns>Null, or the reason why no run was started, in the reader's language.</returns>
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
