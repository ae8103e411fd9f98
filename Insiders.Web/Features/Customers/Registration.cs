using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using Insiders.Web.Components.CustomerLists;
using MudBlazor;

namespace Insiders.Web.Features.Customers;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new("/customers", () => Texts.PageCustomers, Icons.Material.Outlined.PeopleAlt, Role.Viewer, ShowsResult: true),
        ],
        Exports =
        [
            new("customers", Role.Viewer, CustomerExports.CustomersAsync) { HasMoreColumns = true },
        ],
        Searches = [CustomerSearch.FindAsync],
    };
}
