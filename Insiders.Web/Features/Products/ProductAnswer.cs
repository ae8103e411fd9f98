namespace Insiders.Web.Features.Products;

/// <summary>What the published run says of a product.</summary>
/// <param name="View">The product; null where no product has the code, or the run's sales are no longer kept.</param>
public sealed record ProductAnswer(ProductViewModel? View);
