namespace Insiders.Web.Features.Overview;

/// <summary>What a change of a figure means to the shop.</summary>
public enum ChangeMeaning
{
    /// <summary>Nothing: it depends.</summary>
    None,

    /// <summary>Good.</summary>
    Better,

    /// <summary>Bad.</summary>
    Worse,
}
