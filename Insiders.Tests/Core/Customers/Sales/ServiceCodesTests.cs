using Insiders.Core.Customers.Sales;

namespace Insiders.Tests.Core.Customers.Sales;

public sealed class ServiceCodesTests
{
    [Theory]
    [InlineData("POST", true)]
    [InlineData("post", true)]
    [InlineData("GIFT_0001_20", true)]
    [InlineData("POSTER", false)]
    [InlineData("22423", false)]
    [InlineData("85123A", false)]
    [InlineData("GIFT", false)]
    public void Postage_fees_and_vouchers_are_services_whatever_their_case_and_goods_that_begin_alike_are_not(string code, bool isService)
        => Assert.Equal(isService, ServiceCodes.Default.Has(code));

    [Fact]
    public void A_list_of_products_loses_its_services_keeps_its_order_and_says_what_went()
    {
        var split = ServiceCodes.Default.Split([new ProductSales("POST", "POSTAGE", 90, 5, 4), new("A", "MUG", 60, 6, 3), new("DOT", "POSTAGE", 5.5, 1, 1), new("B2", "CUP", 4, 1, 1)]);

        Assert.Equal(["A", "B2"], split.Goods.Select(product => product.StockCode));
        Assert.Equal((2, 95.5), (split.Services, split.ServicesAmount));
    }

    [Fact]
    public void A_list_that_somebody_typed_is_tidied_and_may_be_empty()
    {
        var typed = new ServiceCodes { Codes = [" frete ", "FRETE", "*", "", "VALE-*"] };

        Assert.Equal(["frete", "VALE-*"], typed.Codes.AsEnumerable());
        Assert.True(typed.Has("Vale-50"));
        Assert.False(typed.Has("POST"));
        Assert.False(new ServiceCodes { Codes = [] }.Has("POST"));
    }
}
