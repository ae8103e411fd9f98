namespace Insiders.Core.Programmes;

/// <summary>How often members are reviewed. What counts is the last day of the data, because nobody falls short for sales that have yet to be loaded.</summary>
public enum ReviewRhythm
{
    /// <summary>Whenever a run is published.</summary>
    EachRun,

    /// <summary>With the first run published of each calendar month.</summary>
    Monthly,

    /// <summary>With the first of each calendar quarter.</summary>
    Quarterly,

    /// <summary>With the first of each calendar year.</summary>
    Yearly,
}
