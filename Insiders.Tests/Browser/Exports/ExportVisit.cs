using Microsoft.Playwright;

namespace Insiders.Tests.Browser.Exports;

/// <summary>A page, what is changed on it in place, and the tables that are compared afterwards.</summary>
/// <param name="Address">Where it is opened.</param>
/// <param name="ChangeAsync">Changes it without loading it anew, and waits until it shows so.</param>
/// <param name="Stops">Its tables.</param>
internal sealed record ExportVisit(string Address, Func<IPage, Task> ChangeAsync, params ExportStop[] Stops);
