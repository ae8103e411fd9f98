using Insiders.Core.Application.Settings;

namespace Insiders.Core.Application.Access;

/// <summary>One account as the screens show it.</summary>
/// <param name="Id">The account's stable id.</param>
/// <param name="Name">Their display name.</param>
/// <param name="Email">The e-mail address they sign in with.</param>
/// <param name="Role">The name of a <see cref="Role"/>.</param>
/// <param name="State">Whether they can sign in.</param>
/// <param name="LastSignInAt">When they last signed in; null if never.</param>
/// <param name="Theme">The theme they chose.</param>
public sealed record PersonRow(string Id, string Name, string Email, string Role, PersonState State, DateTimeOffset? LastSignInAt, ThemeChoice Theme);
