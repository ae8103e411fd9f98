using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Settings of <see cref="GaussianMixture"/>. The defaults are the study's.</summary>
public sealed record MixtureOptions : ClustererOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "gaussian-mixture";

    private static readonly Setting<int> s_components = SettingDescriptor.Whole("components", "Components", 2, new(1), SettingUnit.Clusters);
    private static readonly Setting<CovarianceShape> s_covariance = SettingDescriptor.Choice("covariance", "Covariance", CovarianceShape.Full);
    private static readonly Setting<int> s_starts = SettingDescriptor.Whole("starts", "Starts", 3, new(1, 1_000), SettingUnit.Starts);
    private static readonly Setting<double> s_regularisation = SettingDescriptor.Number("regularisation", "Regularisation", 1e-6, new(0));
    private static readonly Setting<double> s_tolerance = SettingDescriptor.Number("tolerance", "Tolerance", 1e-3, new(0, LowestIsOut: true));
    private static readonly Setting<int> s_maximumIterations = SettingDescriptor.Whole("maximumIterations", "MaximumIterations", 100, new(1, 100_000), SettingUnit.Iterations);

    /// <summary>The settings unless somebody says otherwise.</summary>
    public MixtureOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting of a recipe, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_covariance, s_starts, s_maximumIterations, s_tolerance, s_regularisation];

    /// <summary>Number of components. The sweep sets it for each k.</summary>
    [JsonIgnore]
    public int Components { get; init => field = s_components.Check(value); } = s_components.Default;

    /// <summary>How much of the covariances is modelled.</summary>
    public CovarianceShape Covariance { get; init; } = s_covariance.Default;

    /// <summary>k-means starts, each of which starts a mixture of its own: <see cref="GaussianMixture.Fit"/> keeps the likeliest, a sweep scores them all.</summary>
    public int Starts { get; init => field = s_starts.Check(value); } = s_starts.Default;

    /// <summary>Added to the diagonal of every covariance so that it can be inverted.</summary>
    public double Regularisation { get; init => field = s_regularisation.Check(value); } = s_regularisation.Default;

    /// <summary>Stop when the mean log-likelihood changes less than this.</summary>
    public double Tolerance { get; init => field = s_tolerance.Check(value); } = s_tolerance.Default;

    /// <summary>Iterations at most.</summary>
    public int MaximumIterations { get; init => field = s_maximumIterations.Check(value); } = s_maximumIterations.Default;
}
