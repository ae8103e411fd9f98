using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Ledger;

namespace Insiders.Core.Cleaning;

/// <summary>The one catalogue of cleaning rules.</summary>
public static class CleaningRules
{
    internal const string HomeCountry = "home-country";
    internal const string UpperCaseInvoice = "upper-case-invoice";
    internal const string UpperCaseStockCode = "upper-case-stock-code";
    internal const string AbsoluteQuantity = "absolute-quantity";
    internal const string TidyDescription = "tidy-description";
    internal const string CommonDescription = "common-description";
    internal const string CommonStockCode = "common-stock-code";
    internal const string InventedCustomer = "invented-customer";
    internal const string FewDates = "few-dates";

    /// <summary>Every rule, in the order in which it applies: a row is counted where it is dropped first.</summary>
    /// <remarks>
    /// The order is part of the figures. A customer's country is decided on the rows that have passed the rules above
    /// <c>home-country</c>; rules that drop customers come after those that drop rows.
    /// </remarks>
    public static ImmutableArray<CleaningRule> All { get; } =
    [
        new("no-description", CleaningRuleKind.DropRows, "Rows without a description book corrections, not sales.",
            _ => "description IS NULL"),
        new(InventedCustomer, CleaningRuleKind.Change, "An invoice without a customer is a customer of its own.",
            _ => "coalesce(customer_id, 'invoice ' || upper(invoice))") { AskedFor = settings => settings.InventsCustomers },
        new("no-customer", CleaningRuleKind.DropRows, "Rows without a customer cannot be credited to anybody; their revenue is shown as unattributed.",
            _ => "customer_id IS NULL"),
        new(HomeCountry, CleaningRuleKind.Change, "A customer seen in several countries belongs to the one where it spent most.",
            _ => "spent_amount DESC, country"),
        new("unplaced-country", CleaningRuleKind.DropRows, "A country that the map does not know has no place on it.",
            _ => "latitude IS NULL AND ledger_names_countries"),
        new("excluded-country", CleaningRuleKind.DropRows, "Countries on a list are left out by hand.",
            settings => $"upper(country) IN {UpperCaseList(settings.ExcludedCountries ?? [])}") { AskedFor = settings => settings.ExcludedCountries is { IsEmpty: false } },
        new(UpperCaseInvoice, CleaningRuleKind.Change, "Invoice numbers are compared in upper case.",
            _ => "upper(invoice)"),
        new(UpperCaseStockCode, CleaningRuleKind.Change, "Stock codes are compared in upper case: 82001s is 82001S.",
            _ => "upper(stock_code)"),
        new("no-price", CleaningRuleKind.DropRows, "A unit price of zero or less is a gift, a loss or a correction.",
            settings => settings.TellsApart ? $"unit_price <= 0 AND NOT coalesce({LineKinds.Discount}, false)" : "unit_price <= 0"),
        new("low-price", CleaningRuleKind.DropRows, "A unit price below the lowest that counts is a booking, not a sale.",
            settings => $"unit_price < {((decimal)settings.LowestPrice).ToString("0.#########", CultureInfo.InvariantCulture)}") { AskedFor = settings => settings.LowestPrice > 0 },
        new("control-code", CleaningRuleKind.DropRows, "Fees, manual bookings and samples are not goods.",
            settings => $"upper(stock_code) IN {UpperCaseList(settings.ControlCodes)}" + (settings.TellsApart ? $" OR ({LineKinds.Service}) OR (upper(stock_code) IN (SELECT stock_code FROM {CleaningSql.ServicesTable}) AND NOT coalesce({LineKinds.Discount}, false))" : "")),
        new(AbsoluteQuantity, CleaningRuleKind.Change, "A charity commission counts by its size, whatever its sign.",
            settings => $"CASE WHEN upper(stock_code) IN {UpperCaseList(settings.AbsoluteQuantityCodes)} THEN abs(quantity) ELSE quantity END"),
        new("returned-goods", CleaningRuleKind.DropRows, "Returned goods are left out: only what was bought counts.",
            _ => "quantity < 0") { AskedFor = settings => settings.DropsReturns },
        new("excluded-customer", CleaningRuleKind.DropRows, "Customers on the exclusion list are left out by hand.",
            settings => $"customer_id IN {List(settings.ExcludedCustomers)}"),
        new("returned-most", CleaningRuleKind.DropCustomers, "A customer who returned nearly everything bought, or only returned, did not keep the goods.",
            settings => $"returned_items > {((decimal)settings.MaximumReturnShare).ToString("0.#########", CultureInfo.InvariantCulture)} * bought_items AND items_add_up"),
        new("no-purchase", CleaningRuleKind.DropCustomers, "A customer with returns alone bought nothing that the ledger has.",
            _ => "bought_rows = 0") { AskedFor = settings => settings.NeedsPurchase },
        new(FewDates, CleaningRuleKind.DropCustomers, "A customer seen on too few dates has no rhythm yet; returns count as seen.",
            settings => $"dates < {settings.FewestDates.ToString(CultureInfo.InvariantCulture)}") { AskedFor = settings => settings.FewestDates > 0 },
        new(TidyDescription, CleaningRuleKind.Change, "Commas in descriptions become blanks, and runs of blanks become one.",
            _ => @"trim(regexp_replace(replace(description, ',', ' '), '[\s\p{Z}]+', ' ', 'g'))"),
        new(CommonDescription, CleaningRuleKind.Change, "Each stock code takes its most frequent description.",
            _ => "row_count DESC, description"),
        new(CommonStockCode, CleaningRuleKind.Change, "Each description takes its most frequent stock code.",
            _ => "row_count DESC, stock_code"),
    ];

    private static string UpperCaseList(ImmutableArray<string> texts) => List([.. texts.Select(text => text.ToUpperInvariant())]);

    // An empty list is a condition that no row meets: IN () would not parse.
    private static string List(ImmutableArray<string> texts)
        => texts.IsDefaultOrEmpty ? "(NULL)" : $"({string.Join(", ", texts.Select(LedgerSession.Quote))})";
}
