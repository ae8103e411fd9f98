namespace Insiders.Web.Charts.Spec;

/// <summary>One measure.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Low">The value at the foot.</param>
/// <param name="High">The value at the top.</param>
/// <param name="LowText">As written at the foot.</param>
/// <param name="HighText">As written at the top.</param>
/// <param name="IsLog">True for equal factors; values and foot are above zero.</param>
public sealed record ParallelAxis(string Title, double Low, double High, string LowText, string HighText, bool IsLog = false)
{
    /// <summary>Where a value stands between foot, 0, and top, 1; NaN where it cannot be placed.</summary>
    public double PlaceOf(double value)
    {
        var place = IsLog ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);
        return double.IsFinite(place) ? place : Low == High ? 0.5 : double.NaN;
    }
}
