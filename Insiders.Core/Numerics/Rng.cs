using System.Runtime.CompilerServices;

namespace Insiders.Core.Numerics;

/// <summary>A stream of random numbers that is ours: the same seed and stream give the same bits on every machine and version.</summary>
/// <remarks>
/// xoshiro256** (Blackman and Vigna 2018), its state filled by SplitMix64 from seed and stream. Streams of one seed are
/// independent for all practical purposes, so each tree, row or start draws from its own and the number of threads cannot
/// matter. A mutable struct: pass it by <c>ref</c>, a copy repeats the numbers.
/// </remarks>
public struct Rng
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Opens one stream of a seed.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="stream">Which stream: a tree's, row's or start's number.</param>
    public static Rng Stream(ulong seed, ulong stream)
    {
        var state = seed ^ Mix(stream + 0x9E3779B97F4A7C15UL);
        return new Rng
        {
            _s0 = Mix(state += 0x9E3779B97F4A7C15UL),
            _s1 = Mix(state += 0x9E3779B97F4A7C15UL),
            _s2 = Mix(state += 0x9E3779B97F4A7C15UL),
            _s3 = Mix(state + 0x9E3779B97F4A7C15UL),
        };
    }

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        var result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A whole number from 0 to <paramref name="bound"/> − 1, every one equally likely to within 2⁻³².</summary>
    /// <param name="bound">At least 1; not checked, this is the innermost loop.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextInt(int bound) => (int)(((NextBits() >> 32) * (ulong)bound) >> 32);

    /// <summary>A number in [0, 1), a multiple of 2⁻⁵³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A draw from the standard normal distribution (Box and Muller 1958; the second value is not kept).</summary>
    /// <remarks>Logarithm and cosine are the platform's: the last bit may differ between operating systems.</remarks>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
