namespace Insiders.Tests.Fixtures;

/// <summary>A test that fills a disk, where one may be mounted for it.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.IsAllowed ? null : "This process may not mount a file system.";
}
