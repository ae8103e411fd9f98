namespace Insiders.Core.Application.WorkLists;

/// <summary>The rule that put a customer on the list.</summary>
public enum WorkReason
{
    /// <summary>One of the tenth who spent most, and slipping or dormant.</summary>
    BestSlipping,

    /// <summary>Became overdue lately.</summary>
    Overdue,

    /// <summary>One of the tenth who spent most, and bought in the last week.</summary>
    JustBought,

    /// <summary>A member of the programme whose chance to stay fell below the bound.</summary>
    MemberLeaving,
}
