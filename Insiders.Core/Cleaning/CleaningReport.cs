using System.Collections.Immutable;
using Insiders.Core.Import;

namespace Insiders.Core.Cleaning;

/// <summary>What cleaning did to a ledger, and what it left.</summary>
public sealed record CleaningReport
{
    /// <summary>The waterfall: the raw ledger first, then every rule in order, switched off or not; rules that are off by default stand there where they are asked for.</summary>
    public required ImmutableArray<CleaningStep> Steps { get; init; }

    /// <summary>Rows left with a quantity of 0 or more.</summary>
    public required long PurchaseRows { get; init; }

    /// <summary>Rows left with a negative quantity.</summary>
    public required long ReturnRows { get; init; }

    /// <summary>Distinct invoices left, returns included.</summary>
    public required int Invoices { get; init; }

    /// <summary>Distinct stock codes left.</summary>
    public required int StockCodes { get; init; }

    /// <summary>Distinct countries left.</summary>
    public required int Countries { get; init; }

    /// <summary>Distinct customers left.</summary>
    public required int Customers { get; init; }

    /// <summary>Sum of quantity × unit price over the purchase rows left.</summary>
    public required decimal GrossRevenueAmount { get; init; }

    /// <summary>Sum of quantity × unit price over the purchase rows of the raw ledger that name no customer: shown, not hidden.</summary>
    public required decimal UnattributedRevenueAmount { get; init; }

    /// <summary>Customers seen in two countries or more, who got the country where they spent most.</summary>
    public required int RelocatedCustomers { get; init; }

    /// <summary>First date left; 0001-01-01 when nothing is.</summary>
    public required DateOnly FirstDate { get; init; }

    /// <summary>Last date left: the as-of date of the features; 0001-01-01 when nothing is.</summary>
    public required DateOnly LastDate { get; init; }

    /// <summary>True when some row left has a time of day, not midnight throughout.</summary>
    public required bool HasTimes { get; init; }

    /// <summary>Country names of the ledger that the map does not know, in ordinal order.</summary>
    public required ImmutableArray<string> UnplacedCountries { get; init; }

    /// <summary>Weekdays on which nobody ever bought: a question about the data, not an insight.</summary>
    public required ImmutableArray<DayOfWeek> WeekdaysWithoutSales { get; init; }

    /// <summary>Months and countries of which cleaning left nothing, with the rule that dropped most of their rows.</summary>
    public ImmutableArray<LeftOutPart> LeftOut { get; init => field = value.IsDefaultOrEmpty ? [] : value; } = [];

    /// <summary>What is doubtful about the ledger's lines and countries, and how it was answered.</summary>
    public ImmutableArray<Question> Questions { get; init => field = value.IsDefault ? [] : value; } = [];
}
