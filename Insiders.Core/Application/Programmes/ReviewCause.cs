namespace Insiders.Core.Application.Programmes;

/// <summary>What brought a review about. The names are stored: names may be added, never changed.</summary>
public enum ReviewCause
{
    /// <summary>A run was published, and a review was due.</summary>
    Publication,

    /// <summary>A run was published between two reviews: returns and decisions by hand were looked at.</summary>
    ChangesOnly,

    /// <summary>Tiers or policy were changed.</summary>
    PolicyChange,

    /// <summary>Somebody decided by hand.</summary>
    ByHand,

    /// <summary>Somebody asked for it.</summary>
    Asked,
}
