using System.Text;
using Insiders.Core.Import;
using Insiders.Core.Import.Sources;
using Insiders.Core.Problems;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

/// <summary>Containers that are damaged, closed or made to do harm are refused with a sentence of their own, and soon.</summary>
public sealed class HostileContainerTests : IDisposable
{
    private const string Text = "Order,SKU,Qty,Date,Price,Customer\n1,A,2,2021-01-04,1.50,C1\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[], ProblemCode, string> Files => new()
    {
        { "a name that leads out", Packed.Zip(("../../evil.csv", Text)), ProblemCode.ZipPath, "../../evil.csv" },
        { "a name from the root", Packed.Zip(("/etc/evil.csv", Text)), ProblemCode.ZipPath, "/etc/evil.csv" },
        { "a name on a drive", Packed.Zip(("C:\\evil.csv", Text)), ProblemCode.ZipPath, "C:" },
        { "a password", Locked(Packed.Zip(("sales.csv", Text))), ProblemCode.ZipPassword, "sales.csv" },
        { "a zip in a zip", Packed.Zip(("inner.zip", Packed.Zip(("sales.csv", Text)))), ProblemCode.ZipHoldsOther, "inner.zip" },
        { "a workbook in a zip", Packed.Zip(("a.csv", Text), ("b.xlsx", "PK")), ProblemCode.ZipHoldsOther, "b.xlsx" },
        { "nothing to read", Packed.Zip(("readme.md", Text)), ProblemCode.NoFilesInside, ".csv" },
        { "an empty zip", Packed.Zip(Array.Empty<(string, byte[])>()), ProblemCode.NoFilesInside, ".csv" },
        { "half a zip", Packed.Zip(("sales.csv", Text))[..60], ProblemCode.ZipDamaged, "damaged" },
        { "other headings", Packed.Zip(("a.csv", Text), ("b.csv", "Name,Age\nx,1\n")), ProblemCode.FilesDiffer, "b.csv" },
        { "no text in a zip", Packed.Zip(("a.csv", [0, 1, 2, 3])), ProblemCode.NoText, "not text" },
        { "an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ProblemCode.Workbook, "password" },
        { "a workbook without sheets", Packed.Zip(("xl/workbook.xml", "<workbook/>")), ProblemCode.WorkbookDamaged, "workbook" },
        { "a workbook that is no XML", Packed.Zip(("xl/workbook.xml", "<<<")), ProblemCode.WorkbookDamaged, "workbook" },
        { "only hidden sheets", Packed.Workbook(false, ("Sales", "hidden", Packed.Row(1, "Order"))), ProblemCode.WorkbookDamaged, "no sheet" },
        { "a sheet of millions of columns", Packed.Workbook(false, ("Sales", "", "<row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row>")), ProblemCode.WorkbookDamaged, "workbook" },
        { "a row without end", Packed.Workbook(false, ("Sales", "", Packed.Row(1, "Order") + "<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>")), ProblemCode.SheetBlankRows, "20,000 empty rows" },
        { "no Parquet", [.. "PAR1"u8, 1, 2, 3, 4, .. "PAR1"u8], ProblemCode.ParquetDamaged, "Parquet" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_has_its_sentence(string what, byte[] bytes, ProblemCode code, string said)
    {
        var refusal = Assert.Throws<NotALedgerException>(() => ReadSale.ReadAll(_folder.Write("sales", bytes)));

        Assert.True(code == refusal.Problem.Code, $"{what}: {refusal.Message}");
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["sales"], _folder.Names());
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_named_with_those_that_are()
    {
        var path = _folder.Write("sales.xlsx", Packed.Workbook(false, ("Sales", "", Packed.Row(1, "Order")), ("Returns", "", Packed.Row(1, "Order"))));

        var refusal = Assert.Throws<NotALedgerException>(() => ReadSale.ReadAll(path, new() { Sheet = "2019" }));

        Assert.Equal("The workbook has no sheet '2019'; expected one of Sales, Returns.", refusal.Message);
    }

    [Fact]
    public void A_damaged_file_in_a_zip_is_said_and_not_taken_for_a_shorter_one()
    {
        var rows = string.Concat(Enumerable.Range(0, 50_000).Select(row => $"{row},A,2,2021-01-04,1.50,C{row * 7919 % 1000}\n"));
        var bytes = Packed.Zip(("sales.csv", Text + rows));
        bytes.AsSpan(bytes.Length / 2, 2_000).Clear();

        Assert.Equal(ProblemCode.ZipDamaged, Assert.Throws<NotALedgerException>(() => ReadSale.ReadAll(_folder.Write("sales.zip", bytes))).Problem.Code);
    }

    [Fact]
    public void A_small_file_may_not_unpack_to_more_than_sales_can_be_packed_into()
    {
        // 10 MB may unpack to 2 GB, 1 MB to 1 GB, and not to a byte more.
        Assert.Equal(2_000_000_000, ReadAll(new BoundedStream(new Zeros(2_000_000_000), 10_000_000)));
        Assert.Equal(1L << 30, ReadAll(new BoundedStream(new Zeros(1L << 30), 1_000_000)));

        var refusal = Assert.Throws<NotALedgerException>(() => ReadAll(new BoundedStream(new Zeros((1L << 30) + 1), 1_000_000)));

        Assert.Equal(ProblemCode.UnpacksTooFar, refusal.Problem.Code);
    }

    [Fact]
    public void What_goes_wrong_while_reading_ahead_is_no_end_of_the_file()
    {
        // 1.2 GB of one row, packed into a few MB by gzip.
        var row = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,A,2,2021-01-04,1.50,C1\n", 40_000)));
        using var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var block = 0; block < 1_200; block++)
            {
                zip.Write(row);
            }
        }

        using var text = new SalesSource(_folder.Write("bomb.csv.gz", packed.ToArray()), ImportOptions.Default).Open();

        Assert.Equal(ProblemCode.UnpacksTooFar, Assert.Throws<NotALedgerException>(() => ReadAll(text)).Problem.Code);
    }

    private static long ReadAll(Stream stream)
    {
        using (stream)
        {
            var buffer = new byte[1 << 20];
            var all = 0L;
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                all += read;
            }

            return all;
        }
    }

    // The bit that says a file is encrypted, beside its name and in the list of contents.
    private static byte[] Locked(byte[] zip)
    {
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return zip;
    }

    private sealed class Zeros(long length) : MemoryStream
    {
        private long _left = length;

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, _left);
            _left -= count;
            return count;
        }
    }
}
