namespace Insiders.Web.Features.Settings;

/// <summary>One group of settings on the settings page.</summary>
/// <param name="Address">Address of its page.</param>
/// <param name="Title">Its name in the current language.</param>
/// <param name="Lead">A sentence on what it contains.</param>
/// <param name="Icon">SVG content from the UI library.</param>
public sealed record SettingsCard(string Address, Func<string> Title, Func<string> Lead, string Icon);
