using Insiders.Tests.Fixtures;
using Insiders.Web.Exports;

namespace Insiders.Tests.Web.Exports;

public sealed class AtomicDirectoryWriterTests
{
    [Fact]
    public void Nothing_is_in_the_folder_until_it_is_published()
    {
        using var folder = new TempFolder();
        var target = folder.Combine("deep", "out");
        using (var staged = new AtomicDirectoryWriter(target))
        {
            File.WriteAllText(staged.PathOf("a.csv"), "a");

            Assert.False(Directory.Exists(target));

            staged.Publish();
        }

        Assert.Equal(["deep"], folder.Names());
        Assert.Equal(["a.csv"], Directory.GetFiles(target).Select(Path.GetFileName));
    }

    [Fact]
    public void Publishing_replaces_files_of_the_same_name_and_no_others()
    {
        using var folder = new TempFolder();
        var target = folder.Combine("out");
        Directory.CreateDirectory(target);
        File.WriteAllText(Path.Combine(target, "a.csv"), "old");
        File.WriteAllText(Path.Combine(target, "notes.txt"), "mine");

        using (var staged = new AtomicDirectoryWriter(target))
        {
            File.WriteAllText(staged.PathOf("a.csv"), "new");
            staged.Publish();
        }

        Assert.Equal("new", File.ReadAllText(Path.Combine(target, "a.csv")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(target, "notes.txt")));
        Assert.Equal(["out"], folder.Names());
    }

    [Fact]
    public void What_is_not_published_is_gone()
    {
        using var folder = new TempFolder();
        using (var staged = new AtomicDirectoryWriter(folder.Combine("out")))
        {
            File.WriteAllText(staged.PathOf("a.csv"), "half");
        }

        Assert.Empty(folder.Names());
    }

    [Fact]
    public void What_a_killed_process_left_goes_with_the_next_one_and_what_is_in_use_or_not_ours_stays()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.Combine(".insiders-killed"));
        File.WriteAllText(folder.Combine(".insiders-killed", ".in-use.lock"), "");
        File.WriteAllText(folder.Combine(".insiders-killed", "a.csv"), "half");
        Directory.CreateDirectory(folder.Combine(".insiders-of-somebody"));
        using var other = new AtomicDirectoryWriter(folder.Combine("out"));
        File.WriteAllText(other.PathOf("a.csv"), "other");

        using (var staged = new AtomicDirectoryWriter(folder.Combine("out")))
        {
            Assert.DoesNotContain(".insiders-killed", folder.Names());
            Assert.Contains(".insiders-of-somebody", folder.Names());
            File.WriteAllText(staged.PathOf("b.csv"), "mine");
            staged.Publish();
        }

        other.Publish();
        Assert.Equal(["a.csv", "b.csv"], Directory.GetFiles(folder.Combine("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
