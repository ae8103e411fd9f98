namespace Insiders.Core.Import.Sources;

/// <summary>What holds the rows of a sales file.</summary>
internal enum Container
{
    /// <summary>Text, plain or gzip.</summary>
    Text,

    /// <summary>A zip of texts.</summary>
    Zip,

    /// <summary>An Excel workbook (.xlsx).</summary>
    Workbook,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>A folder of files.</summary>
    Folder,

    /// <summary>A workbook of another kind, or one with a password.</summary>
    OtherWorkbook,
}
