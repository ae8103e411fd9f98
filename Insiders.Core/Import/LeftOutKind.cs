namespace Insiders.Core.Import;

/// <summary>What can be left out whole.</summary>
/// <remarks>The names are kept in files: a name may be added, none changed.</remarks>
public enum LeftOutKind
{
    /// <summary>A month of the calendar.</summary>
    Month,

    /// <summary>A country.</summary>
    Country,
}
