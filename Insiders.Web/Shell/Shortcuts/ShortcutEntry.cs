namespace Insiders.Web.Shell.Shortcuts;

/// <summary>One keyboard shortcut.</summary>
/// <param name="Keys">The key, or two keys one after the other with a blank between, as the browser names them; several that belong together where a page listens by itself.</param>
/// <param name="Act">What it does.</param>
/// <param name="Text">What it does, in the language of the moment.</param>
/// <param name="Address">Where it goes; empty unless it goes anywhere.</param>
public sealed record ShortcutEntry(string Keys, ShortcutAct Act, Func<string> Text, string Address = "");
