namespace Insiders.Core.Customers.Periods;

/// <summary>Revenue of one customer in two periods.</summary>
/// <param name="Row">The customer's row in its base.</param>
/// <param name="Before">In the earlier one; null for who did not buy in it.</param>
/// <param name="Now">In the later one; null likewise.</param>
public readonly record struct CustomerChange(int Row, double? Before, double? Now)
{
    /// <summary>What the later one has more, negative for less.</summary>
    public double Difference => (Now ?? 0) - (Before ?? 0);

    /// <summary>Which way it moved; null for who bought in neither.</summary>
    public ChangeGroup? Group => (Before, Now) switch
    {
        (null, null) => null,
        (null, _) => ChangeGroup.Gained,
        (_, null) => ChangeGroup.Lost,
        _ => Difference >= 0 ? ChangeGroup.Up : ChangeGroup.Down,
    };
}
