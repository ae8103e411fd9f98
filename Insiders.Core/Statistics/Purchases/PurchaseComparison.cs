namespace Insiders.Core.Statistics.Purchases;

/// <summary>Fits every kind of purchase model and chooses one.</summary>
public static class PurchaseComparison
{
    // From here on numbers of repeats share a row, as in the papers' tables.
    private const int LastRow = 7;

    /// <summary>Fits and compares.</summary>
    /// <param name="groups">All that is known.</param>
    /// <param name="trial">The same base cut in two; null where the history is too short for that.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per step of a search.</param>
    /// <returns>With a trial the model of the highest log score in it; without one the likeliest (all that know leaving have four parameters).</returns>
    public static PurchaseChoice Choose(PurchaseGroups groups, PurchaseTrial? trial, PurchaseOptions options, CancellationToken cancellationToken)
    {
        PurchaseCandidate[] candidates = [.. Enum.GetValues<PurchaseModelKind>().Select(kind => new PurchaseCandidate(
            PurchaseFitting.Fit(kind, groups, options, cancellationToken),
            trial is not null && PurchaseFitting.Fit(kind, trial.Earlier, options, cancellationToken).Model is { } earlier ? Try(earlier, trial) : null))];
        var fitted = candidates.Where(candidate => candidate.Fit.Model is not (null or NeverLeavesModel)).ToArray();
        var best = fitted.Any(candidate => candidate.Trial is not null)
            ? fitted.Where(candidate => candidate.Trial is not null).MaxBy(candidate => candidate.Trial!.LogScore)
            : fitted.MaxBy(candidate => candidate.Fit.Model!.Quality.LogLikelihood);
        return new PurchaseChoice([.. candidates], (best ?? candidates[(int)PurchaseModelKind.NeverLeaves]).Fit.Model);
    }

    /// <summary>Compares what a model foretells with what customers did.</summary>
    /// <param name="model">Fitted on what was known earlier.</param>
    /// <param name="trial">What was known, and what came.</param>
    /// <exception cref="ArgumentException">Purchases were counted of more or fewer customers than there are.</exception>
    public static PurchaseTrialResult Try(PurchaseModel model, PurchaseTrial trial)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(trial);
        var groups = trial.Earlier;
        if (trial.Later.Length != groups.Customers)
        {
            throw new ArgumentException($"Purchases of {trial.Later.Length} customers do not fit {groups.Customers}.", nameof(trial));
        }

        var expected = new double[groups.Counts.Length];
        var shares = new PurchaseDistribution[expected.Length];
        for (var g = 0; g < expected.Length; g++)
        {
            expected[g] = model.Expected(groups.Histories[g], trial.Horizon);
            shares[g] = model.Counts(groups.Histories[g], trial.Horizon);
        }

        var rows = new (int Customers, double Predicted, long Made)[LastRow + 1];
        var (absolute, square, score) = (0.0, 0.0, 0.0);
        for (var i = 0; i < groups.Customers; i++)
        {
            var group = groups.GroupOf[i];
            var error = trial.Later[i] - expected[group];
            absolute += Math.Abs(error);
            square += error * error;
            score += Math.Log(ShareOf(shares[group], trial.Later[i]));
            ref var row = ref rows[Math.Min(LastRow, groups.Histories[group].Repeats)];
            row = (row.Customers + 1, row.Predicted + expected[group], row.Made + trial.Later[i]);
        }

        return new PurchaseTrialResult(
            rows.Sum(row => row.Predicted), rows.Sum(row => row.Made), absolute / groups.Customers, Math.Sqrt(square / groups.Customers), score,
            [.. rows.Index().Where(row => row.Item.Customers > 0).Select(row => new PurchaseTrialRow(
                row.Index, row.Item.Customers, row.Item.Predicted / row.Item.Customers, row.Item.Made / (double)row.Item.Customers))]);
    }

    // A number beyond those looked at has no more than what they leave out.
    private static double ShareOf(PurchaseDistribution shares, int count)
        => Math.Max(PurchaseDistribution.Rest / PurchaseDistribution.Most, count < shares.Shares.Length ? shares.Shares[count] : 0);
}
