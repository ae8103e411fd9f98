namespace Insiders.Core.Application.Disk;

/// <summary>How a database stands to the tables that a program knows.</summary>
public enum SchemaState
{
    /// <summary>Every table is there as the program knows it.</summary>
    Current,

    /// <summary>Tables are not there yet; those that are, are as the program knows them.</summary>
    Incomplete,

    /// <summary>Tables are there as an earlier version knew them.</summary>
    Outdated,

    /// <summary>Tables are there as a later version knows them.</summary>
    Newer,

    /// <summary>Tables are there, and none of them is the program's.</summary>
    Foreign,
}
