namespace Insiders.Core.Application.WorkLists;

/// <summary>How far somebody is with a line of the list.</summary>
public enum WorkState
{
    /// <summary>Not begun.</summary>
    ToDo,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Decided against.</summary>
    No,
}
