namespace Insiders.Web.Components.Search;

/// <summary>What a search can find; hits are shown in this order.</summary>
public enum SearchKind
{
    /// <summary>A page of the site.</summary>
    Page,

    /// <summary>A group of settings.</summary>
    Setting,

    /// <summary>A segment of the published run.</summary>
    Segment,

    /// <summary>A country with customers.</summary>
    Country,

    /// <summary>An audience.</summary>
    Audience,

    /// <summary>A product that was bought.</summary>
    Product,

    /// <summary>A term in the glossary.</summary>
    Term,

    /// <summary>A customer of the published run.</summary>
    Customer,
}
