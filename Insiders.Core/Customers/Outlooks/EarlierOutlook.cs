namespace Insiders.Core.Customers.Outlooks;

/// <summary>The models as they would have been fitted earlier, to hold a choice made then against what came.</summary>
/// <param name="Cut">The last day that they know.</param>
/// <param name="Fitted">The models.</param>
public sealed record EarlierOutlook(DateOnly Cut, FittedOutlook Fitted);
