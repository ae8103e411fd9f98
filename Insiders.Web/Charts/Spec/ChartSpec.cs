namespace Insiders.Web.Charts.Spec;

/// <summary>A chart as plain data: what a builder returns, a panel draws and a test reads. Texts in it are any text: markup shows as it is written.</summary>
public abstract record ChartSpec
{
    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>Its text alternative; the title where nothing better is known.</summary>
    public string Description { get => field ?? Title; init; }

    /// <summary>The same data as a table: what is read instead of the picture, and what the files of its data hold.</summary>
    public required ChartTable Table { get; init; }

    /// <summary>The name of files made from it, without an ending.</summary>
    public string FileName { get; init; } = "chart";

    /// <summary>Pixels it needs.</summary>
    public virtual int Height { get; init; } = 320;

    /// <summary>Its height in the words of CSS; <c>cqw</c> is a hundredth of the width of its card.</summary>
    public virtual string CssHeight => $"{Height}px";

    /// <summary>True where there is something to draw.</summary>
    public abstract bool HasData { get; }
}
