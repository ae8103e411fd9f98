namespace Insiders.Web.Shared;

/// <summary>Addresses within the site that carry a name from the ledger.</summary>
public static class Links
{
    /// <summary>One customer's page.</summary>
    /// <param name="customerId">The id in the ledger, whatever it consists of.</param>
    public static string Customer(string customerId) => Address.Links.Customer(customerId);

    /// <summary>One segment's page.</summary>
    /// <param name="segmentId">The stable id.</param>
    public static string Segment(long segmentId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/segments/{segmentId}");

    /// <summary>A term of the glossary.</summary>
    /// <param name="term">A feature's name, or the key of a term.</param>
    public static string Glossary(string term) => "/glossary#" + Uri.EscapeDataString(term);
}
