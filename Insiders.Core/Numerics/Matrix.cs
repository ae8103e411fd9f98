using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Insiders.Core.Numerics;

/// <summary>A dense table of numbers, row-major: one row is one contiguous span.</summary>
/// <remarks>
/// Two matrices are equal only if they are the same object; compare contents with <see cref="SameValues"/>.
/// Reading is safe from any number of threads; writing is safe when each thread writes rows of its own.
/// </remarks>
public sealed class Matrix
{
    private readonly double[] _values;

    /// <summary>Makes a matrix of zeros.</summary>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="columns">Number of columns, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or the product is beyond an array's length.</exception>
    public Matrix(int rows, int columns)
        : this(rows, columns, new double[Length(rows, columns)])
    {
    }

    /// <summary>Wraps values that are already row-major, without copying.</summary>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="columns">Number of columns, 0 or more.</param>
    /// <param name="values">Length <paramref name="rows"/> × <paramref name="columns"/>; owned by the matrix from here on.</param>
    /// <exception cref="ArgumentException">The length does not fit the shape; the message gives both.</exception>
    public Matrix(int rows, int columns, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != Length(rows, columns))
        {
            throw new ArgumentException($"A {rows} × {columns} matrix holds {(long)rows * columns} values, not {values.Length}.", nameof(values));
        }

        Rows = rows;
        Columns = columns;
        _values = values;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>All values, row after row.</summary>
    public Span<double> Values => _values;

    /// <summary>One value.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The row lies outside.</exception>
    /// <exception cref="IndexOutOfRangeException">The column lies outside.</exception>
    public double this[int row, int column]
    {
        get => Row(row)[column];
        set => Row(row)[column] = value;
    }

    /// <summary>Builds a matrix from rows of equal length.</summary>
    /// <exception cref="ArgumentException">A row has another length than the first; the message names it.</exception>
    public static Matrix FromRows(IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        var matrix = new Matrix(rows.Count, columns);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length != columns)
            {
                throw new ArgumentException($"Row {i} has {rows[i].Length} values where row 0 has {columns}.", nameof(rows));
            }

            rows[i].CopyTo(matrix.Row(i));
        }

        return matrix;
    }

    /// <summary>One row, as a window on the values: writing to it writes to the matrix.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The row lies outside.</exception>
    public Span<double> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), row * Columns), Columns);
    }

    /// <summary>A copy of one column.</summary>
    /// <param name="column">Column, from 0.</param>
    public double[] Column(int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Columns, nameof(column));
        var values = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            values[i] = _values[(i * Columns) + column];
        }

        return values;
    }

    /// <summary>A new matrix of the rows named, in that order; a row may be named more than once.</summary>
    public Matrix SelectRows(ReadOnlySpan<int> rows)
    {
        var selected = new Matrix(rows.Length, Columns);
        for (var i = 0; i < rows.Length; i++)
        {
            Row(rows[i]).CopyTo(selected.Row(i));
        }

        return selected;
    }

    /// <summary>A copy that shares nothing with this one.</summary>
    public Matrix Copy() => new(Rows, Columns, [.. _values]);

    /// <summary>True when shape and every value are the same, bit for bit (so NaN equals NaN).</summary>
    public bool SameValues(Matrix other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Rows == other.Rows && Columns == other.Columns
            && MemoryMarshal.Cast<double, long>(_values.AsSpan()).SequenceEqual(MemoryMarshal.Cast<double, long>(other._values.AsSpan()));
    }

    /// <summary>Refuses matrices that the numeric methods cannot work with.</summary>
    /// <param name="name">Name of the caller's parameter, for the message.</param>
    /// <exception cref="ArgumentException">There is no row, no column, or a value is NaN or infinite; the message gives its place.</exception>
    public void ThrowIfNotFinite(string name)
    {
        if (Rows == 0 || Columns == 0)
        {
            throw new ArgumentException($"There is nothing to work on: the matrix is {Rows} × {Columns}.", name);
        }

        for (var i = 0; i < _values.Length; i++)
        {
            if (!double.IsFinite(_values[i]))
            {
                throw new ArgumentException($"Row {i / Columns}, column {i % Columns} is {_values[i]}; every value must be finite.", name);
            }
        }
    }

    private static int Length(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        var length = (long)rows * columns;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Array.MaxLength, nameof(rows));
        return (int)length;
    }
}
