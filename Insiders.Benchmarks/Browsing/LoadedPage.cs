namespace Insiders.Benchmarks.Browsing;

/// <summary>When a page loaded in a browser came to stand, in milliseconds since 1970 by the browser's clock.</summary>
/// <param name="Asked">The browser went there.</param>
/// <param name="FirstByte">The first byte of the answer arrived.</param>
/// <param name="Figures">The page's content was there.</param>
/// <param name="Complete">Every chart was drawn as well, and remained so.</param>
internal sealed record LoadedPage(double Asked, double FirstByte, double Figures, double Complete);
