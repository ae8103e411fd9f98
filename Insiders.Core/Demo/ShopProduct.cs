namespace Insiders.Core.Demo;

/// <summary>An article of the generated shop.</summary>
/// <param name="StockCode">Five digits, some with a letter.</param>
/// <param name="Description">As in a CSV cell, quoted if it contains a comma.</param>
/// <param name="Variant">The spelling on some lines; often the same as the description.</param>
/// <param name="Pence">Unit price, in hundredths.</param>
internal readonly record struct ShopProduct(string StockCode, string Description, string Variant, int Pence);
