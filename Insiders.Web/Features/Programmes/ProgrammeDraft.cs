using System.Globalization;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Programmes;

namespace Insiders.Web.Features.Programmes;

/// <summary>Tiers and policy while somebody types them.</summary>
public sealed class ProgrammeDraft
{
    /// <summary>Starts from a programme.</summary>
    public ProgrammeDraft(Programme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        Tiers = [.. programme.Tiers.Select(TierDraft.Of)];
        Policy = programme.Policy;
        MaintainMonths = Typed(Policy.MaintainMonths);
        GraceDays = Typed(Policy.GraceDays);
        FixedOn = new DateOnly(LeapYear, Policy.FixedMonth, Math.Min(Policy.FixedDay, DateTime.DaysInMonth(LeapYear, Policy.FixedMonth)));
    }

    private const int LeapYear = 2000;

    /// <summary>The tiers, from the base tier upwards.</summary>
    public List<TierDraft> Tiers { get; }

    /// <summary>What is chosen from lists.</summary>
    public Policy Policy { get; set; }

    /// <summary>Months that a tier holds, as typed.</summary>
    public string MaintainMonths { get; set; }

    /// <summary>Days of grace, as typed.</summary>
    public string GraceDays { get; set; }

    /// <summary>The fixed day; its year does not matter.</summary>
    public DateOnly FixedOn { get; set; }

    /// <summary>The programme; null while a field is missing, no number or out of bounds.</summary>
    /// <param name="lists">The saved lists that may be chosen.</param>
    public Programme? Read(IReadOnlyCollection<Audience> lists)
    {
        var tiers = Tiers.Select(tier => (tier.Name, Conditions: tier.Conditions.Select(condition => condition.Read(lists)).ToArray())).ToArray();
        return Number(MaintainMonths, Policy.MostMonths) is { } months && Number(GraceDays, Policy.MostGraceDays) is { } grace && tiers.All(tier => tier.Conditions.All(condition => condition is not null))
            ? new(
                [.. tiers.Select(tier => new Tier(tier.Name.Trim(), [.. tier.Conditions.OfType<Condition>()]))],
                Policy with { MaintainMonths = months, GraceDays = grace, FixedMonth = FixedOn.Month, FixedDay = FixedOn.Day })
            : null;
    }

    private static int? Number(string typed, int most) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.CurrentCulture, out var number) && number <= most ? number : null;

    private static string Typed(int number) => number.ToString(CultureInfo.CurrentCulture);
}
