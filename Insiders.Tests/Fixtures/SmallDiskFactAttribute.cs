namespace Insiders.Tests.Fixtures;

/// <summary>A test that fills a disk; skipped if none can be mounted.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.IsAllowed ? null : "This process may not mount a file system.";
}
