namespace Insiders.Web.Shell.Shortcuts;

/// <summary>One keyboard shortcut.</summary>
/// <param name="Keys">The key, or two keys pressed one after the other, separated by a space, as the browser names them; several related keys where a page listens by itself.</param>
/// <param name="Act">What it does.</param>
/// <param name="Text">What it does, in the current language.</param>
/// <param name="Address">The page it goes to; empty when it goes to none.</param>
public sealed record ShortcutEntry(string Keys, ShortcutAct Act, Func<string> Text, string Address = "");
