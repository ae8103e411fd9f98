using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;

namespace Insiders.Tests.HandWorked;

public sealed class AgreementByHandTests
{
    // Table of six rows: {a, b | c, d | e, f} against {a, b, c | d, e, f}. Pairs together in both: ab, ef: 2. In the first 3, in the
    // second 6, of 15. Expected 3·6 ÷ 15 = 1.2, largest 4.5: (2 − 1.2) ÷ (4.5 − 1.2) = 0.8 ÷ 3.3.
    [Fact]
    public void Six_rows_in_three_and_two_groups()
        => Assert.Equal(0.8 / 3.3, Index([0, 0, 1, 1, 2, 2], [0, 0, 0, 1, 1, 1]), 1e-15); // 0.667 without the adjustment

    [Fact]
    public void Numbers_of_clusters_do_not_matter()
        => Assert.Equal(1, Index([0, 0, 1, 2], [2, 2, 0, 1]));

    [Fact]
    public void Worse_than_chance_is_below_0()
        => Assert.Equal(-0.5, Index([0, 0, 1, 1], [0, 1, 0, 1]), 1e-15); // together 0, expected 2·2 ÷ 6, largest 2: −(2/3) ÷ (4/3)

    [Fact]
    public void Two_that_leave_no_choice_agree()
    {
        Assert.Equal(1, Index([0, 0, 0], [0, 0, 0])); // 0 ÷ 0 otherwise
        Assert.Equal(1, Index([0, 1, 2], [2, 1, 0]));
        Assert.Equal(0, Index([0, 0, 0], [0, 1, 2]));
    }

    [Fact]
    public void Other_counts_of_rows_are_refused()
        => Assert.Contains("3", Assert.Throws<ArgumentException>(() => Index([0, 0, 1], [0, 0])).Message, StringComparison.Ordinal);

    private static double Index(int[] first, int[] second)
        => PartitionAgreement.AdjustedRand(new Partition([.. first], first.Max() + 1), new Partition([.. second], second.Max() + 1));
}
