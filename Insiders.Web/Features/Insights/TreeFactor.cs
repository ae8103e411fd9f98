namespace Insiders.Web.Features.Insights;

/// <summary>A factor of revenue in two periods.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">The kind of its values.</param>
/// <param name="Before">In the earlier period; null where it has none.</param>
/// <param name="After">In the later one; null likewise.</param>
/// <param name="Contribution">What it changed, in money.</param>
public sealed record TreeFactor(string Name, ValueKind Kind, double? Before, double? After, double Contribution)
{
    /// <summary>Its name beside amounts on a page.</summary>
    public string Heading => Kind == ValueKind.Money ? Headings.Money(Name) : Name;

    /// <summary>Its name beside amounts in a file.</summary>
    public string HeadingInFile => Kind == ValueKind.Money ? Headings.MoneyInFile(Name) : Name;

    /// <summary>A value of it; a dash for none.</summary>
    public string Write(double? value) => value is not { } number ? "–" : Kind switch
    {
        ValueKind.Money => Format.Money(number),
        ValueKind.Whole => Format.Whole(number),
        _ => Format.Two(number),
    };
}
