using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Segments;
using Insiders.Web.Features.Customers;
using Xunit.Abstractions;

namespace Insiders.Tests.Web.Features.Customers;

public sealed class CustomerIndexTests(ITestOutputHelper output)
{
    private const int Many = 200_000;

    [Fact]
    public void The_exact_id_comes_first_then_the_highest_revenue_and_equals_go_by_id()
    {
        var index = new CustomerIndex(Base(["1", "10", "100", "21", "José Açaí"], [5, 30, 40, 30, 1]));

        Assert.Equal([0, 2, 1, 3], index.Find("1", named: false, most: 8).AsEnumerable());
        Assert.Equal([0, 2], index.Find("1", named: false, most: 2).AsEnumerable());
        Assert.Equal(4, Assert.Single(index.Find("jose ACAI", named: false, most: 8)));
        Assert.Empty(index.Find("\u0301", named: true, most: 8)); // everybody, if an accent alone were an empty text
        Assert.Empty(index.Find("1\ud800\ufffe", named: true, most: 8)); // half a letter and no letter: neither stops a search
    }

    [Fact]
    public void Two_hundred_thousand_customers_are_searched_by_name()
    {
        string[] ids = [.. Enumerable.Range(0, Many).Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i:0000000}"))];
        var index = new CustomerIndex(Base(ids, [.. Enumerable.Range(0, Many).Select(i => (double)i)]));
        var name = CustomerNames.Of(ids[123_456]);
        index.Find(name, named: true, most: 8);
        var watch = Stopwatch.StartNew();

        var found = index.Find(name, named: true, most: 8);

        output.WriteLine($"{Many} customers by name: {watch.Elapsed.TotalMilliseconds:0.0} ms");
        Assert.All(found, row => Assert.Equal(name, CustomerNames.Of(ids[row]))); // two customers may share a name
        Assert.Contains(123_456, found);
    }

    private static CustomerTable Base(string[] ids, ImmutableArray<double> revenues)
    {
        ImmutableArray<double> zeros = [.. ids.Select(_ => 0.0)];
        return new(new([.. ids], [.. ids.Select(_ => "France")], [.. ids.Select(_ => 0)], [.. ids.Select(_ => (long?)1)], zeros, zeros, zeros, ["gross_revenue"], [revenues]), []);
    }
}
