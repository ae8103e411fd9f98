namespace Insiders.Web.Components.ColumnGroups;

/// <summary>Topics of customer columns, in the order in which they are shown.</summary>
public enum ColumnGroup
{
    /// <summary>Who the customer is.</summary>
    Customer,

    /// <summary>How much they spend.</summary>
    Money,

    /// <summary>When and how often they buy.</summary>
    Time,

    /// <summary>What they buy and return.</summary>
    Basket,

    /// <summary>On which days they buy.</summary>
    Calendar,

    /// <summary>Inputs used only by the model, and its output.</summary>
    Model,
}
