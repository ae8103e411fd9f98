namespace Insiders.Web.Charts.Spec;

/// <summary>A chart as plain data, which a builder returns, a panel draws and a test reads. Its texts are plain text: markup is shown as written.</summary>
public abstract record ChartSpec
{
    /// <summary>The chart's title.</summary>
    public required string Title { get; init; }

    /// <summary>Its text alternative; by default the title.</summary>
    public string Description { get => field ?? Title; init; }

    /// <summary>The same data as a table, shown as an alternative to the picture and written to data files.</summary>
    public required ChartTable Table { get; init; }

    /// <summary>Name of the files made from it, without an extension.</summary>
    public string FileName { get; init; } = "chart";

    /// <summary>Height it needs, in pixels.</summary>
    public virtual int Height { get; init; } = 320;

    /// <summary>Its height as a CSS value; <c>cqw</c> is a hundredth of the width of its card.</summary>
    public virtual string CssHeight => $"{Height}px";

    /// <summary>True when there is something to draw.</summary>
    public abstract bool HasData { get; }
}
