using Insiders.Core.Application.Access;

namespace Insiders.Web.Components;

/// <summary>One page of the site.</summary>
/// <param name="Address">Where it is, such as <c>/runs</c>.</param>
/// <param name="Title">Its name in the language of the moment.</param>
/// <param name="Icon">SVG content from the UI library.</param>
/// <param name="Role">Who may see it.</param>
/// <param name="ShowsResult">True where it shows the published run: its readers are told when another is published.</param>
public sealed record PageEntry(string Address, Func<string> Title, string Icon, Role Role, bool ShowsResult = false);
