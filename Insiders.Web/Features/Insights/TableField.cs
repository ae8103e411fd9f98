using System.Globalization;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Insights;

/// <summary>A column of a table that page and file share.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <param name="Heading">Its name.</param>
/// <param name="Kind">The kind of its values.</param>
/// <param name="Value">A row's value; null for none.</param>
public sealed record TableField<T>(string Heading, ValueKind Kind, Func<T, object?> Value)
{
    /// <summary>The heading on the page, with its unit.</summary>
    public string PageHeading => Kind switch
    {
        ValueKind.Money => Headings.Money(Heading),
        ValueKind.Share => Headings.Share(Heading),
        _ => Heading,
    };

    /// <summary>The class of its cells: texts are aligned to the left.</summary>
    public string Class => Kind == ValueKind.Text ? "left" : "";

    /// <summary>The column of a file.</summary>
    public ExportField<T> Export => new(Heading, Kind, Value);

    /// <summary>A cell on the page; a dash for none.</summary>
    public string Cell(T row) => Value(row) switch
    {
        null => "–",
        string text => text,
        var number => Written(Convert.ToDouble(number, CultureInfo.InvariantCulture)),
    };

    private string Written(double number) => Kind switch
    {
        ValueKind.Money => Format.Money(number),
        ValueKind.Share => Format.Percent(number),
        ValueKind.Whole => Format.Whole(number),
        _ => Format.Two(number),
    };
}
