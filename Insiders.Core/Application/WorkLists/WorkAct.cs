namespace Insiders.Core.Application.WorkLists;

/// <summary>What to do about a customer.</summary>
public enum WorkAct
{
    /// <summary>Call them.</summary>
    Call,

    /// <summary>Write to them.</summary>
    Write,

    /// <summary>Let them be: they have just bought, and come by themselves.</summary>
    LeaveAlone,
}
