using Insiders.Core.Features;

namespace Insiders.Core.Customers;

/// <summary>A figure of a customer that follows from single sales, beside the run's features and their quotients. The model never sees it.</summary>
/// <param name="Name">The name in addresses and files, such as <c>net_revenue</c>. No feature has it.</param>
/// <param name="Unit">What the number means.</param>
/// <param name="Sentence">One English sentence that a marketing manager understands.</param>
public sealed record SalesMeasure(string Name, FeatureUnit Unit, string Sentence);
