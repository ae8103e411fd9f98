using Insiders.Core.Application.Access;

namespace Insiders.Web.Components;

/// <summary>One page of the site.</summary>
/// <param name="Address">Its address, such as <c>/runs</c>.</param>
/// <param name="Title">Its name in the current language.</param>
/// <param name="Icon">SVG content from the UI library.</param>
/// <param name="Role">Who may see it.</param>
/// <param name="ShowsResult">True when it shows the published run, so that readers are told when another is published.</param>
public sealed record PageEntry(string Address, Func<string> Title, string Icon, Role Role, bool ShowsResult = false);
