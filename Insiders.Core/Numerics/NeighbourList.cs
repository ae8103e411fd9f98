using System.Runtime.CompilerServices;

namespace Insiders.Core.Numerics;

/// <summary>The nearest rows seen so far, ascending by distance and then by row number, so that the order of offers cannot matter.</summary>
/// <remarks>A window on the caller's arrays; unused places hold an infinite distance.</remarks>
internal readonly ref struct NeighbourList(Span<int> indices, Span<double> distances)
{
    private readonly Span<int> _indices = indices;
    private readonly Span<double> _distances = distances;

    /// <summary>Distance of the last place: an offer beyond it is refused.</summary>
    public double Worst
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _distances[^1];
    }

    public void Clear()
    {
        _indices.Fill(int.MaxValue);
        _distances.Fill(double.PositiveInfinity);
    }

    /// <summary>Takes the row in if it is nearer than the last one and not there yet.</summary>
    public bool OfferOnce(int index, double distance) => distance <= Worst && _indices.IndexOf(index) < 0 && Offer(index, distance);

    /// <summary>Takes the row in if it is nearer than the last one.</summary>
    public bool Offer(int index, double distance)
    {
        var last = _distances.Length - 1;
        if (distance > _distances[last] || (distance == _distances[last] && index >= _indices[last]))
        {
            return false;
        }

        var place = last;
        while (place > 0 && (_distances[place - 1] > distance || (_distances[place - 1] == distance && _indices[place - 1] > index)))
        {
            _distances[place] = _distances[place - 1];
            _indices[place] = _indices[place - 1];
            place--;
        }

        _distances[place] = distance;
        _indices[place] = index;
        return true;
    }
}
