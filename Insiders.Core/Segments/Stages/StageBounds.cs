namespace Insiders.Core.Segments.Stages;

/// <summary>Where three stages begin: silence that is longer than the bound.</summary>
/// <param name="Slipping">Up to here a customer is active.</param>
/// <param name="Dormant">Up to here a customer is slipping.</param>
/// <param name="Lost">Up to here a customer is dormant.</param>
public sealed record StageBounds(double Slipping, double Dormant, double Lost)
{
    /// <summary>The same bounds for another usual gap.</summary>
    /// <param name="factor">What each is multiplied with.</param>
    internal StageBounds Times(double factor) => new(Slipping * factor, Dormant * factor, Lost * factor);

    /// <summary>The stage of a customer who is no longer new.</summary>
    /// <param name="silent">Days since the last purchase, 0 or more.</param>
    internal CustomerStage Of(double silent)
        => silent <= Slipping ? CustomerStage.Active : silent <= Dormant ? CustomerStage.Slipping : silent <= Lost ? CustomerStage.Dormant : CustomerStage.Lost;

    internal bool AreAscending(double largest) => Slipping > 0 && Dormant > Slipping && Lost > Dormant && Lost <= largest;
}
