using Insiders.Core.Programmes;

namespace Insiders.Web.Features.Programmes;

/// <summary>A tier while somebody types it.</summary>
public sealed class TierDraft
{
    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its conditions.</summary>
    public List<ConditionDraft> Conditions { get; init; } = [];

    /// <summary>The draft of a tier.</summary>
    public static TierDraft Of(Tier tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        return new() { Name = tier.Name, Conditions = [.. tier.Conditions.Select(ConditionDraft.Of)] };
    }
}
