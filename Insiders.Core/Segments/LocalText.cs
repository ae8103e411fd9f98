namespace Insiders.Core.Segments;

/// <summary>A text in each language of the screens.</summary>
/// <param name="English">English.</param>
/// <param name="Portuguese">Brazilian Portuguese.</param>
public sealed record LocalText(string English, string Portuguese);
