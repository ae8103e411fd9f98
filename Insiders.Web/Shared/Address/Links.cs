using System.Globalization;
using Insiders.Core.Analysis;

namespace Insiders.Web.Shared.Address;

/// <summary>Addresses of pages about something.</summary>
public static class Links
{
    /// <summary>One customer's story.</summary>
    public static string Customer(string customerId) => $"/customers/{Uri.EscapeDataString(customerId)}";

    /// <summary>One segment against the base.</summary>
    public static string Segment(long segmentId) => $"/segments/{segmentId.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The list of the customers that pass a filter: the way from a number to the people behind it.</summary>
    public static string Customers(CustomerFilter filter) => FilterAddress.Write(AddressQuery.Empty, filter).To("/customers");
}
