using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers;

public sealed class ContinentSummaryTests
{
    [Fact]
    public void Countries_of_a_continent_are_added_up_and_those_without_a_place_come_last()
    {
        var customers = FiveCustomers.Build();

        var figures = ContinentSummary.Of(CountrySummary.Of(customers, customers.Everybody, segmentId: null));

        // Portugal and EIRE have three of five customers and 70 of 100, Japan one and 10, Atlantis one and 20.
        Assert.Equal([new(Continent.Europe, 2, 3, 0.6, 70, 0.7), new(Continent.Asia, 1, 1, 0.2, 10, 0.1), new(null, 1, 1, 0.2, 20, 0.2)], figures.AsEnumerable());
        Assert.Empty(ContinentSummary.Of([]));
    }
}
