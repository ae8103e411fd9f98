namespace Insiders.Core.Application.Disk;

/// <summary>How a database's tables compare with the schema of this program.</summary>
public enum SchemaState
{
    /// <summary>All tables have the current version.</summary>
    Current,

    /// <summary>Some tables do not exist yet; the others have the current version.</summary>
    Incomplete,

    /// <summary>Tables have an earlier version.</summary>
    Outdated,

    /// <summary>Tables have a later version.</summary>
    Newer,

    /// <summary>Tables exist, but none of them belongs to this program.</summary>
    Foreign,
}
