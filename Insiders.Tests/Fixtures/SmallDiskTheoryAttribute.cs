namespace Insiders.Tests.Fixtures;

/// <summary>A test with data that fills a disk; skipped if none can be mounted.</summary>
public sealed class SmallDiskTheoryAttribute : TheoryAttribute
{
    public SmallDiskTheoryAttribute() => Skip = SmallDisk.IsAllowed ? null : "This process may not mount a file system.";
}
