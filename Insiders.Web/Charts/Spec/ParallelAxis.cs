namespace Insiders.Web.Charts.Spec;

/// <summary>The axis of one measure.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Low">The value at the bottom.</param>
/// <param name="High">The value at the top.</param>
/// <param name="LowText">The label at the bottom.</param>
/// <param name="HighText">The label at the top.</param>
/// <param name="IsLog">True for a logarithmic axis; values and bottom are above zero.</param>
public sealed record ParallelAxis(string Title, double Low, double High, string LowText, string HighText, bool IsLog = false)
{
    /// <summary>The position of a value between bottom, 0, and top, 1; NaN when it cannot be placed.</summary>
    public double PlaceOf(double value)
    {
        var place = IsLog ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);
        return double.IsFinite(place) ? place : Low == High ? 0.5 : double.NaN;
    }
}
