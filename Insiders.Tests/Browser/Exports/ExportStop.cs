using Microsoft.Playwright;

namespace Insiders.Tests.Browser.Exports;

/// <summary>A table on a page beside the menu of its files, and in what the two are allowed to differ.</summary>
/// <param name="Key">Its key in the catalogue.</param>
/// <param name="Table">Where the table is: a selector of the <c>table</c> element.</param>
internal sealed record ExportStop(string Key, string Table)
{
    /// <summary>How many rows the page says there are; null where it shows every one.</summary>
    public Func<IPage, Task<long>>? Count { get; init; }

    /// <summary>True where the page shows the first rows of more, and says nowhere how many.</summary>
    public bool IsTop { get; init; }

    /// <summary>True where each line of the page is a column of the file.</summary>
    public bool IsTransposed { get; init; }

    /// <summary>Columns of the page that are no column of the file: actions, or two columns of the file in one.</summary>
    public string[] OnlyOnPage { get; init; } = [];

    /// <summary>Columns of the file that stand elsewhere on the page: below a name, or in the page's title.</summary>
    public string[] OnlyInFile { get; init; } = [];

    /// <summary>Columns whose cells the page writes in another way; only that they are there is compared.</summary>
    public string[] WrittenApart { get; init; } = [];

    /// <summary>Selector of the menu where a page has two of one table.</summary>
    public string? Menu { get; init; }

    /// <summary>The address of the file where no page has a menu of it.</summary>
    public string? Address { get; init; }

    /// <summary>What the file's name has to say, besides the number of rows.</summary>
    public string[] Named { get; init; } = [];

    /// <summary>True where a file is one row longer than the one before: the audit, which writes down both.</summary>
    public bool Grows { get; init; }

    /// <summary>A selector for an element by its test id.</summary>
    public static string Of(string testId) => $"[data-testid={testId}]";
}
