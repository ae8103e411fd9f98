using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>Grows one tree after another on the same table, keeping its working memory: one per thread.</summary>
internal interface ITreeGrower
{
    /// <summary>Decrease of squared error by feature in the tree grown last.</summary>
    ReadOnlySpan<double> Importances { get; }

    /// <summary>Grows a tree on the rows that <paramref name="counts"/> says, each as often as it says.</summary>
    RegressionTree Grow(ReadOnlySpan<int> counts, Rng rng);
}
