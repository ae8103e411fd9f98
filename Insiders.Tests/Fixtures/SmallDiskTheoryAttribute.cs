namespace Insiders.Tests.Fixtures;

/// <summary>Tests that fill a disk, where one may be mounted for them.</summary>
public sealed class SmallDiskTheoryAttribute : TheoryAttribute
{
    public SmallDiskTheoryAttribute() => Skip = SmallDisk.IsAllowed ? null : "This process may not mount a file system.";
}
