namespace Insiders.Core.Features;

/// <summary>What a feature's number means, and so how it is shown, scaled and summed up.</summary>
public enum FeatureUnit
{
    /// <summary>Degrees of latitude or longitude.</summary>
    Degrees,

    /// <summary>Money in the ledger's currency.</summary>
    Money,

    /// <summary>A part of a whole, 0 to 1 (a return share may exceed 1).</summary>
    Share,

    /// <summary>Whole days.</summary>
    Days,

    /// <summary>How many: invoices, items, products.</summary>
    Count,

    /// <summary>How many per invoice, or per day.</summary>
    Ratio,

    /// <summary>A day of the calendar, as its <see cref="DateOnly.DayNumber"/>.</summary>
    Date,
}
