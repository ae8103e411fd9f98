using System.Globalization;
using Insiders.Core.Application.Runs;

namespace Insiders.Web.Features.Runs;

/// <summary>Words how well a run separated its customers.</summary>
public static class GroupingText
{
    // Kaufman and Rousseeuw (1990), table 4: what mean silhouettes say about a structure.
    private const double Strong = 0.7;
    private const double Reasonable = 0.5;
    private const double Weak = 0.25;

    /// <summary>Such as: 22 groups, clearly apart (silhouette 0.846).</summary>
    public static string Of(RunSummary run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var silhouette = run.Silhouette ?? 0;
        var words = silhouette >= Strong ? Texts.GroupingStrong : silhouette >= Reasonable ? Texts.GroupingReasonable : silhouette >= Weak ? Texts.GroupingWeak : Texts.GroupingNone;
        return Format.Fill(words, run.BestClusterCount ?? 0, silhouette.ToString("N3", CultureInfo.CurrentCulture));
    }
}
