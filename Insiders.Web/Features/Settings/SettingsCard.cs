namespace Insiders.Web.Features.Settings;

/// <summary>One group of settings on the page of settings.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Title">Its name in the language of the moment.</param>
/// <param name="Lead">What is there, in one sentence.</param>
/// <param name="Icon">SVG content from the UI library.</param>
public sealed record SettingsCard(string Address, Func<string> Title, Func<string> Lead, string Icon);
