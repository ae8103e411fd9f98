using Insiders.Web.Components.Search;

namespace Insiders.Web.Shell.Search;

/// <summary>Display names of the kinds of hits.</summary>
public static class SearchKindNames
{
    /// <summary>A kind's name in the current language.</summary>
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
