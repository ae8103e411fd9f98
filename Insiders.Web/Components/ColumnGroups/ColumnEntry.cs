namespace Insiders.Web.Components.ColumnGroups;

/// <summary>A column that lists of customers can show.</summary>
/// <param name="Name">In addresses and files: a feature, a measure, or a word of the list's own.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Title">What it is called in the language of the moment.</param>
public sealed record ColumnEntry(string Name, ColumnGroup Group, ColumnKind Kind, Func<string> Title);
