namespace Insiders.Core.Statistics.Purchases;

/// <summary>The names that the papers gave the models, the same in every language.</summary>
public static class PurchaseModelNames
{
    /// <summary>The name of one.</summary>
    public static string Of(PurchaseModelKind kind) => kind switch
    {
        PurchaseModelKind.BetaGeometric => "BG/NBD",
        PurchaseModelKind.ModifiedBetaGeometric => "MBG/NBD",
        PurchaseModelKind.Pareto => "Pareto/NBD",
        PurchaseModelKind.NeverLeaves => "NBD",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such model."),
    };
}
