namespace Insiders.Core.Programmes;

/// <summary>Whom a review looks at.</summary>
public enum ReviewScope
{
    /// <summary>Everybody.</summary>
    Everybody,

    /// <summary>Between the reviews of the rhythm: decisions by hand, customers that have gone and, if the policy says so, members who returned something.</summary>
    ChangesOnly,
}
