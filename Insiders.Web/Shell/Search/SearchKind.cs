namespace Insiders.Web.Shell.Search;

/// <summary>What a search can find; hits are shown in this order.</summary>
public enum SearchKind
{
    /// <summary>A page of the site.</summary>
    Page,

    /// <summary>A segment of the published run.</summary>
    Segment,

    /// <summary>A customer of the published run.</summary>
    Customer,
}
