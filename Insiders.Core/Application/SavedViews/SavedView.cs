namespace Insiders.Core.Application.SavedViews;

/// <summary>A list of customers under a name.</summary>
/// <param name="Id">Never reused.</param>
/// <param name="Name">What people called it, 1 to <see cref="LongestName"/> characters.</param>
/// <param name="Query">The query string of the address, without the question mark.</param>
/// <param name="OwnerId">The account that saved it.</param>
/// <param name="Owner">The account's name when the view was saved.</param>
/// <param name="IsShared">True when everyone can open it, not only its owner.</param>
public sealed record SavedView(string Id, string Name, string Query, string OwnerId, string Owner, bool IsShared)
{
    /// <summary>Maximum length of a name, in characters.</summary>
    public const int LongestName = 60;
}
