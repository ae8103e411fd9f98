using System.Collections.Immutable;
using Insiders.Core.Statistics.Experiments;

namespace Insiders.Core.Application.Holdouts;

/// <summary>How a hold-out is.</summary>
/// <param name="Holdout">The hold-out.</param>
/// <param name="Members">Its customers, by id.</param>
/// <param name="Gone">Customers of either arm who are no longer in the base; they count as having bought nothing.</param>
/// <param name="Until">The last day that counts: of the hold-out, or of the data; null where no sales of its time are loaded.</param>
/// <param name="Result">What it found until then; null without sales of its time.</param>
public sealed record HoldoutReport(Holdout Holdout, ImmutableArray<HoldoutMember> Members, int Gone, DateOnly? Until, ReadOutResult? Result)
{
    /// <summary>Customers withheld.</summary>
    public int Withheld => Members.Count(member => member.Arm == Arm.Withheld);

    /// <summary>Customers who get it.</summary>
    public int Treated => Members.Length - Withheld;

    /// <summary>True once sales of all its days are loaded.</summary>
    public bool IsOver => Until >= Holdout.EndsOn;
}
