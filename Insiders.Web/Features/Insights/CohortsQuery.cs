using System.Globalization;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Insights;

/// <summary>What the page of cohorts is asked for besides its customers.</summary>
/// <param name="IsMoney">True for revenue per customer in the grid, false for the share that came back.</param>
/// <param name="Months">The interval of the line: so many months after the first purchase, at least 1.</param>
public sealed record CohortsQuery(bool IsMoney, int Months)
{
    private const string ShowKey = "show", Revenue = "revenue", AfterKey = "after";
    private const int Longest = 120;

    /// <summary>Reads an address; what it does not say, or says wrongly, is as at first.</summary>
    public static CohortsQuery Read(AddressQuery address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(
            address.Find(ShowKey) == Revenue,
            int.TryParse(address.Find(AfterKey), NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= Longest ? months : 1);
    }

    /// <summary>The address of the page asked for this.</summary>
    public string To(AddressQuery address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.WithUnless(ShowKey, IsMoney ? Revenue : null, "").WithUnless(AfterKey, Months.ToString(CultureInfo.InvariantCulture), "1").To(InsightsTab.Cohorts);
    }
}
