namespace Insiders.Web.Features.Products;

/// <summary>What the published run says about a product.</summary>
/// <param name="View">The product; null when no product has the code or the run's sales are not available.</param>
public sealed record ProductAnswer(ProductViewModel? View);
