using Insiders.Core.Application.Programmes.Report;
using Insiders.Core.Customers;
using Insiders.Core.Programmes;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>Addresses of exactly the customers that a sentence counts.</summary>
public static class ReportLinks
{
    private const string Revenue = "gross_revenue";

    /// <summary>The members, or those of them who pass a filter.</summary>
    public static string Members(CustomerFilter? filter = null) => Links.Customers((filter ?? CustomerFilter.None) with { Among = NamedCustomers.Members([]) });

    /// <summary>As many customers as there are members, by revenue alone; null where equal revenues let no such number stand apart.</summary>
    public static string? Top(ProgrammeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.TopFromAmount is { } least ? Links.Customers(new() { Ranges = [new(Revenue, least, null)] }) : null;
    }

    /// <summary>Who meets the conditions of a rule.</summary>
    /// <param name="rule">The rule, found among all customers.</param>
    /// <param name="customers">The customers.</param>
    /// <returns>Null where a range cannot say it: a measure that some customers do not have counts as 0 in a rule.</returns>
    public static string? Met(MemberRule rule, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(customers);
        var ranges = rule.Rule.Conditions.Select(condition => condition.AtLeast
            ? new FeatureRange(rule.MeasureOf(condition), condition.Threshold, null)
            : new FeatureRange(rule.MeasureOf(condition), null, Below(customers.Feature(rule.MeasureOf(condition)), condition.Threshold))).ToArray();
        return ranges.Any(range => range is { From: null, To: null } || customers.Feature(range.Feature).Any(value => !double.IsFinite(value))) ? null : Links.Customers(new() { Ranges = [.. ranges] });
    }

    // Ranges hold their ends, conditions do not.
    private static double? Below(IEnumerable<double> values, double threshold) => values.Where(value => value < threshold).Select(value => (double?)value).Max();
}
