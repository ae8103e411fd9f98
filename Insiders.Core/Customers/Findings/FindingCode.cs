namespace Insiders.Core.Customers.Findings;

/// <summary>What stands out. The site words each by its code.</summary>
public enum FindingCode
{
    /// <summary>Revenue rose against the period before: the change, its drivers and what held it back.</summary>
    RevenueRose,

    /// <summary>Revenue fell; likewise.</summary>
    RevenueFell,

    /// <summary>A country that bought before buys almost nothing now.</summary>
    CountryLeft,

    /// <summary>A country grew unlike the others.</summary>
    CountryGrew,

    /// <summary>A country fell unlike the others.</summary>
    CountryFell,

    /// <summary>A product sells again after whole periods without a sale.</summary>
    ProductBack,

    /// <summary>A product grew unlike the others.</summary>
    ProductGrew,

    /// <summary>A product fell unlike the others.</summary>
    ProductFell,

    /// <summary>Much of a product was sent back.</summary>
    ProductReturned,

    /// <summary>Customers who spent most have been silent for longer than usual.</summary>
    BestSlipping,

    /// <summary>More customers than a period ago did not come when they were expected.</summary>
    PurchasesOverdue,

    /// <summary>One customer is half of a segment's revenue, or more.</summary>
    CustomerCarriesSegment,

    /// <summary>One customer is half of a country's revenue, or more.</summary>
    CustomerCarriesCountry,

    /// <summary>A week far above the others.</summary>
    WeekHigh,

    /// <summary>A week far below the others.</summary>
    WeekLow,

    /// <summary>A segment has more members than in the run before.</summary>
    SegmentGrew,

    /// <summary>A segment has fewer members than in the run before.</summary>
    SegmentShrank,
}
