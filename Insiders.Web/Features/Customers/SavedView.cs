namespace Insiders.Web.Features.Customers;

/// <summary>A list of customers under a name.</summary>
/// <param name="Id">Never given twice.</param>
/// <param name="Name">What people called it; any text.</param>
/// <param name="Query">The address' query, without a question mark.</param>
/// <param name="Owner">Who saved it.</param>
public sealed record SavedView(string Id, string Name, string Query, string Owner);
