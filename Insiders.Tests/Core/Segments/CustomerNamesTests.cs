using Insiders.Core.Segments;

namespace Insiders.Tests.Core.Segments;

public sealed class CustomerNamesTests
{
    [Fact]
    public void A_customer_has_the_same_name_for_ever()
    {
        Assert.Equal(CustomerNames.Of("17850"), CustomerNames.Of("17850"));
        Assert.Equal("Mercúcio Santana Medeiros", CustomerNames.Of("17850")); // another name would mean that every customer is called otherwise after an update
    }

    [Fact]
    public void There_are_enough_names_and_neighbours_in_number_are_not_namesakes()
    {
        var names = Enumerable.Range(12_346, 5_942).Select(id => CustomerNames.Of(id.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToArray();

        Assert.True(CustomerNames.Characters.Length >= 60);
        Assert.Equal(CustomerNames.Characters.Length, CustomerNames.Characters.Distinct().Count());
        Assert.Equal(CustomerNames.Surnames.Length, CustomerNames.Surnames.Distinct().Count());
        Assert.InRange(names.Distinct().Count(), 5_850, 5_942); // about 56 pairs of namesakes are expected among 5,942 of 314,496 names
        Assert.Equal(CustomerNames.Characters.Length, names.Select(name => name.Split(' ')[0]).Distinct().Count());
        Assert.All(names, name => Assert.NotEqual(name.Split(' ')[1], name.Split(' ')[2]));
    }

    [Theory]
    [InlineData("17850", false)]
    [InlineData("Maria", false)]
    [InlineData("C 17850", false)]
    [InlineData("Maria Souza", true)]
    [InlineData("", false)]
    public void An_id_of_two_words_is_a_name_already(string id, bool isName) => Assert.Equal(isName, CustomerNames.IsName(id));
}
