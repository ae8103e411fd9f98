using Insiders.Core.Numerics;

namespace Insiders.Tests.Core.Numerics;

public sealed class MatrixTests
{
    [Fact]
    public void A_row_is_a_window_on_the_values()
    {
        var matrix = Matrix.FromRows([[1, 2], [3, 4]]);

        matrix.Row(1)[0] = 9;

        Assert.Equal([1, 2, 9, 4], matrix.Values.ToArray());
        Assert.Equal([2, 4], matrix.Column(1));
        Assert.Equal([9, 4, 1, 2, 9, 4], matrix.SelectRows([1, 0, 1]).Values.ToArray());
    }

    [Fact]
    public void A_place_outside_is_refused()
    {
        var matrix = new Matrix(2, 3);

        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[-1, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => matrix[0, 3]); // the first value of the next row without a check
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Column(3));
    }

    [Fact]
    public void A_row_of_no_columns_is_empty()
        => Assert.Equal(0, new Matrix(3, 0).Row(2).Length);

    [Fact]
    public void A_copy_shares_nothing_and_has_the_same_values_even_where_they_are_no_numbers()
    {
        var matrix = Matrix.FromRows([[1, double.NaN]]);
        var copy = matrix.Copy();

        Assert.True(matrix.SameValues(copy));
        copy[0, 0] = 2;
        Assert.False(matrix.SameValues(copy));
        Assert.False(new Matrix(1, 2).SameValues(new Matrix(2, 1)));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_with_their_sizes()
    {
        Assert.Contains("not 5", Assert.Throws<ArgumentException>(() => new Matrix(2, 3, new double[5])).Message, StringComparison.Ordinal);
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => Matrix.FromRows([[1], [1, 2]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Matrix(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Matrix(100_000, 100_000));
    }
}
