using System.Globalization;
using Insiders.Core.Application.Runs;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Pipeline;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Runs;

/// <summary>The run that a new one is based on, with a wider range of cluster numbers: <c>/runs/new?from=5&amp;min=12&amp;max=48</c>.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Recipe">Its recipe with the wider range.</param>
/// <param name="Before">The range that the run tried.</param>
public sealed record NewRunOrigin(long RunId, Recipe Recipe, SweepOptions Before)
{
    private const string FromKey = "from";
    private const string MinimumKey = "min";
    private const string MaximumKey = "max";

    /// <summary>The address of the form, prefilled with a run and a range.</summary>
    public static string AddressOf(long runId, (int Minimum, int Maximum) range)
        => string.Create(CultureInfo.InvariantCulture, $"/runs/new?{FromKey}={runId}&{MinimumKey}={range.Minimum}&{MaximumKey}={range.Maximum}");

    /// <summary>Parses an address; null when it names no run, or a range that no recipe accepts.</summary>
    public static async Task<NewRunOrigin?> FindAsync(AddressQuery query, IRunStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(store);
        if (Whole(FromKey) is not { } runId || await store.FindRunAsync(runId, cancellationToken) is not { } run)
        {
            return null;
        }

        var before = run.Recipe.Sweep;
        try
        {
            var sweep = before with { Minimum = Whole(MinimumKey) ?? before.Minimum, Maximum = Whole(MaximumKey) ?? before.Maximum };
            return sweep.Minimum > sweep.Maximum ? null : new NewRunOrigin(runId, run.Recipe with { Sweep = sweep }, before);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }

        int? Whole(string key) => int.TryParse(query.Find(key), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
