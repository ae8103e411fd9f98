using System.Collections.Immutable;
using Insiders.Core.Application.Audiences;

namespace Insiders.Web.Features.Audiences;

/// <summary>A customer who came into an audience or left it.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Came">True for who came, false for who went.</param>
/// <param name="RunId">The run in which it was so first.</param>
/// <param name="AsOf">The last day with sales in that run.</param>
public sealed record AudienceChange(string CustomerId, bool Came, long RunId, DateOnly AsOf)
{
    /// <summary>Every change of an audience, the latest run first, those who came before those who went.</summary>
    public static ImmutableArray<AudienceChange> Of(ImmutableArray<AudienceStep> steps) =>
    [
        .. steps.Reverse().SelectMany(step => step.Came.Select(customer => new AudienceChange(customer, true, step.RunId, step.AsOf))
            .Concat(step.Went.Select(customer => new AudienceChange(customer, false, step.RunId, step.AsOf)))),
    ];
}
