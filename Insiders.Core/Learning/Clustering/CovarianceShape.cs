namespace Insiders.Core.Learning.Clustering;

/// <summary>How much of a component's covariance is modelled.</summary>
public enum CovarianceShape
{
    /// <summary>The whole matrix: ellipsoids in any direction.</summary>
    Full,

    /// <summary>The diagonal only: ellipsoids along the axes.</summary>
    Diagonal,

    /// <summary>One whole matrix for all components: ellipsoids of one shape and direction.</summary>
    Tied,

    /// <summary>One number per component: spheres of different size.</summary>
    Spherical,
}
