namespace Insiders.Web.Components.ColumnGroups;

/// <summary>What columns of customers are about, in the order in which people meet them.</summary>
public enum ColumnGroup
{
    /// <summary>Who somebody is.</summary>
    Customer,

    /// <summary>What they spend.</summary>
    Money,

    /// <summary>When and how often they buy.</summary>
    Time,

    /// <summary>What is in their basket, and what comes back.</summary>
    Basket,

    /// <summary>On which days they buy.</summary>
    Calendar,

    /// <summary>What only the model looks at, and what it says.</summary>
    Model,
}
