namespace Insiders.Web.Shell.Search;

/// <summary>What kinds of hits are called.</summary>
public static class SearchKindNames
{
    /// <summary>A kind's name in the language of the moment.</summary>
    public static string Of(SearchKind kind) => kind switch
    {
        SearchKind.Setting => Texts.SearchSetting,
        SearchKind.Segment => Texts.ColumnSegment,
        SearchKind.Country => Texts.MapCountry,
        SearchKind.Audience => Texts.SearchAudience,
        SearchKind.Product => Texts.SearchProduct,
        SearchKind.Term => Texts.SearchTerm,
        SearchKind.Customer => Texts.SearchCustomer,
        _ => Texts.SearchPage,
    };
}
