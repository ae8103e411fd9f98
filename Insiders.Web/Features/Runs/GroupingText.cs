using System.Globalization;
using Insiders.Core.Application.Runs;
using Insiders.Core.Features;
using Insiders.Core.Import;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;

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

    /// <summary>Why nothing was learned, and what cannot be said; null for a run whose groups were learned.</summary>
    public static string? Limits(IReadOnlyList<Candidate> candidates, int customers)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return candidates is not [{ IsByRule: true } rule] ? null
            : rule.Method == Candidate.AllAlike ? Texts.RunsAllAlike : Format.Fill(Texts.RunsByAverages, customers, AverageGroups.FewestToLearnFrom);
    }

    /// <summary>What the ledger does not have; null where it has everything.</summary>
    public static string? Missing(IEnumerable<OmittedFeature> omitted)
    {
        string[] names = [.. omitted.Where(feature => feature.Reason == OmissionReason.Missing).Select(feature => FeatureText.NameOf(feature.Name))];
        return names is [] ? null : Format.Fill(Texts.RunsMissingText, string.Join(", ", names));
    }

    /// <summary>Columns that the sales do not have, and the features that the model therefore does without.</summary>
    public static IEnumerable<string> NoColumns(IEnumerable<OmittedFeature> omitted) => omitted
        .Where(feature => feature.Reason == OmissionReason.NoColumn)
        .GroupBy(feature => feature.Other, feature => FeatureText.NameOf(feature.Name))
        .Select(column => Format.Fill(
            column.Key switch { nameof(LedgerColumn.StockCode) => Texts.RunsNoProduct, nameof(LedgerColumn.Quantity) => Texts.RunsNoQuantity, _ => Texts.RunsNoCountry },
            string.Join(", ", column)));

    /// <summary>What the groups were learned from, what was left out, and why.</summary>
    public static string Features(Recipe recipe, IReadOnlyList<OmittedFeature> omitted)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(omitted);
        var used = recipe.ModelFeatures.Except(omitted.Select(feature => feature.Name)).Select(FeatureText.NameOf);
        var left = omitted.Where(feature => feature.Reason is OmissionReason.Alike or OmissionReason.Repeats).Select(feature => feature.Reason == OmissionReason.Repeats
            ? Format.Fill(Texts.RunsFeatureRepeats, FeatureText.NameOf(feature.Name), FeatureText.NameOf(feature.Other!)) : Format.Fill(Texts.RunsFeatureAlike, FeatureText.NameOf(feature.Name)));
        var learned = Format.Fill(Texts.RunsLearnedFrom, string.Join(", ", used));
        return left.Any() ? $"{learned} {Format.Fill(Texts.RunsLeftOut, string.Join(", ", left))}" : learned;
    }
}
