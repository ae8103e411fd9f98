using Insiders.Core.Application.Access;

namespace Insiders.Web.Account;

/// <summary>Display names of account states, on screens and in files.</summary>
public static class PersonStateNames
{
    /// <summary>A state's name.</summary>
    public static string Of(PersonState state) => state switch
    {
        PersonState.Invited => Texts.PeopleStateInvited,
        PersonState.Paused => Texts.PeopleStatePaused,
        PersonState.Locked => Texts.PeopleStateLocked,
        _ => Texts.PeopleStateActive,
    };
}
