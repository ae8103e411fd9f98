namespace Insiders.Web.Components.ColumnGroups;

/// <summary>A column that lists of customers can show.</summary>
/// <param name="Name">Its name in addresses and files: a feature, a measure, or a name used only by the list.</param>
/// <param name="Group">Its topic.</param>
/// <param name="Kind">The kind of its values.</param>
/// <param name="Title">Its title in the current language.</param>
public sealed record ColumnEntry(string Name, ColumnGroup Group, ColumnKind Kind, Func<string> Title);
