using System.Collections.Immutable;

namespace Insiders.Core.Customers.Sales;

/// <summary>Products in which somebody sees what sells, and what was left out of them.</summary>
/// <typeparam name="T">A product.</typeparam>
/// <param name="Goods">The goods, in the order they came in.</param>
/// <param name="Services">Codes that are services.</param>
/// <param name="ServicesAmount">What was paid for them.</param>
public sealed record ProductSplit<T>(ImmutableArray<T> Goods, int Services, double ServicesAmount);
