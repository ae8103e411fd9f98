using Insiders.Core.Application.Backups;
using Insiders.Core.Problems;
using Insiders.Core.Storage.Backups;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Storage.Backups;

public sealed class BackupArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_written_comes_out_again_byte_by_byte()
    {
        await WriteAsync();

        var manifest = await BackupArchive.VerifyAsync(_folder.Combine("a.zip"), CancellationToken.None);
        await BackupArchive.ExtractAsync(_folder.Combine("a.zip"), manifest, _folder.Combine("out"), CancellationToken.None);

        Assert.Equal(["insiders.db", "ledger/000001-a.parquet", "runs/000001.log"], manifest.Files.Select(entry => entry.Path));
        Assert.Equal(await File.ReadAllBytesAsync(_folder.Combine("db")), await File.ReadAllBytesAsync(_folder.Combine("out", "insiders.db")));
        Assert.Equal(["a.zip", "db", "log", "out", "sales"], _folder.Names()); // no part
    }

    [Fact]
    public async Task A_flipped_bit_is_found_wherever_it_is_and_a_damaged_file_is_named()
    {
        await WriteAsync();
        var whole = await File.ReadAllBytesAsync(_folder.Combine("a.zip"));
        var named = new HashSet<string>();
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[i] ^= (byte)(1 << (i % 8));
            await File.WriteAllBytesAsync(_folder.Combine("b.zip"), damaged);

            var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => BackupArchive.VerifyAsync(_folder.Combine("b.zip"), CancellationToken.None));

            Assert.True(refusal.Problem.Code == ProblemCode.BackupDamaged, $"Byte {i} of {whole.Length}: {refusal.Message}");
            named.Add(refusal.Problem.Values[0].Text);
        }

        Assert.Superset(new HashSet<string> { "insiders.db", "ledger/000001-a.parquet", "runs/000001.log" }, named);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK, or not")]
    public async Task A_file_that_is_no_backup_is_called_that(string content)
    {
        await File.WriteAllTextAsync(_folder.Combine("b.zip"), content.PadRight(content.Length * 20, 'x'));

        Assert.Equal(ProblemCode.BackupUnknown, (await Assert.ThrowsAsync<BackupRefusedException>(() => BackupArchive.VerifyAsync(_folder.Combine("b.zip"), CancellationToken.None))).Problem.Code);
    }

    [Fact]
    public async Task No_file_is_written_outside_the_folder_whatever_an_archive_says()
    {
        await WriteAsync("../outside");

        Assert.Equal(ProblemCode.BackupUnknown, (await Assert.ThrowsAsync<BackupRefusedException>(() => BackupArchive.VerifyAsync(_folder.Combine("a.zip"), CancellationToken.None))).Problem.Code);
    }

    private async Task WriteAsync(string database = "insiders.db")
    {
        await File.WriteAllTextAsync(_folder.Combine("db"), string.Concat(Enumerable.Range(0, 60)));
        await File.WriteAllTextAsync(_folder.Combine("sales"), "columns of sales");
        await File.WriteAllTextAsync(_folder.Combine("log"), "lines of a log");
        await BackupArchive.WriteAsync(
            _folder.Combine("a.zip"),
            [(database, _folder.Combine("db")), ("ledger/000001-a.parquet", _folder.Combine("sales")), ("runs/000001.log", _folder.Combine("log")), ("uploads/gone.upload", _folder.Combine("gone"))],
            written => new BackupManifest { Format = 1, Program = "test", MadeAt = SavedRuns.Noon, Schema = ["a", "b"], Counts = new(1, 1, 1, 1, 1), Files = [.. written] },
            CancellationToken.None);
    }
}
