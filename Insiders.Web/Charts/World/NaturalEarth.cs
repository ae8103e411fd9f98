namespace Insiders.Web.Charts.World;

/// <summary>The Natural Earth projection: the whole globe cut only at the date line, with moderate distortion of both shapes and areas.</summary>
/// <remarks>The polynomials of Šavrič, Jenny, Patterson, Petrovič and Hurni (2011), "A polynomial equation for the Natural Earth projection", equations 3 and 4.</remarks>
public static class NaturalEarth
{
    /// <summary>Thousandths of the Earth's radius.</summary>
    private const double Radius = 1000;

    /// <summary>Projects a point on the globe onto the plane.</summary>
    public static PlanePoint Project(GlobePoint place)
    {
        var (phi, lambda) = (place.Latitude * Math.PI / 180, place.Longitude * Math.PI / 180);
        var square = phi * phi;
        var fourth = square * square;
        return new(
            Radius * lambda * (0.870700 - (0.131979 * square) + (fourth * (-0.013791 + (fourth * ((0.003971 * square) - (0.001529 * fourth)))))),
            Radius * phi * (1.007226 + (square * (0.015085 + (fourth * (-0.044475 + (0.028874 * square) - (0.005916 * fourth)))))));
    }
}
