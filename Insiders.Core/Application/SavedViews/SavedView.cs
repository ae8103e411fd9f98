namespace Insiders.Core.Application.SavedViews;

/// <summary>A list of customers under a name.</summary>
/// <param name="Id">Never given twice.</param>
/// <param name="Name">What people called it, 1 to <see cref="LongestName"/> characters.</param>
/// <param name="Query">The address' query, without a question mark.</param>
/// <param name="OwnerId">The account that saved it.</param>
/// <param name="Owner">What the account was called then.</param>
/// <param name="IsShared">True when everybody can open it, not its owner alone.</param>
public sealed record SavedView(string Id, string Name, string Query, string OwnerId, string Owner, bool IsShared)
{
    /// <summary>Characters of a name at most.</summary>
    public const int LongestName = 60;
}
