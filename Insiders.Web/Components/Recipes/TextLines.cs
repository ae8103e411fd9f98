using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace Insiders.Web.Components.Recipes;

/// <summary>Lists of texts as people type them: one per line, or separated by commas or semicolons.</summary>
internal static class TextLines
{
    /// <summary>One text per line.</summary>
    public static string Join(IEnumerable<string> texts) => string.Join('\n', texts);

    /// <summary>The texts that were typed, each once.</summary>
    public static ImmutableArray<string> Split(ChangeEventArgs change)
        => [.. ((string?)change.Value ?? "").Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
