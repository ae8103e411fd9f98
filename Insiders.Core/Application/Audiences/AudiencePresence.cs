using System.Collections.Immutable;
using Insiders.Core.Customers;

namespace Insiders.Core.Application.Audiences;

/// <summary>The customers of an audience in a run that may be later than the one it was saved in.</summary>
/// <param name="Audience">The audience.</param>
/// <param name="Rows">Its customers in the run, ascending.</param>
/// <param name="Gone">Members of a fixed list that the run does not have, by id: their sales were taken back, or cleaning now drops them.</param>
public sealed record AudiencePresence(Audience Audience, ImmutableArray<int> Rows, ImmutableArray<string> Gone)
{
    /// <summary>Measures of a rule that the run does not have, so that nobody can be said to meet it.</summary>
    public ImmutableArray<string> Unanswered { get; init; } = [];

    /// <summary>Looks every member of a fixed list up.</summary>
    public static AudiencePresence Of(Audience audience, ImmutableArray<string> members, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return new(audience, [.. members.Select(customers.FindRow).OfType<int>().Order()], [.. members.Where(member => customers.FindRow(member) is null)]);
    }

    /// <summary>Asks who meets a rule.</summary>
    public static AudiencePresence Of(Audience audience, CustomerFilter rule, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(customers);
        ImmutableArray<string> unanswered = [.. rule.Ranges.Select(range => range.Feature).Where(feature => !customers.Has(feature))];
        return new(audience, unanswered.IsEmpty ? customers.Select(rule) : [], []) { Unanswered = unanswered };
    }
}
