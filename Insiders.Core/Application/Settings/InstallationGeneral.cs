
namespace Insiders.Core.Application.Settings;

/// <summary>What the installation is called and how it looks.</summary>
public sealed record InstallationGeneral
{
    /// <summary>Name of the organisation; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Code of the ledger's currency, three letters, or empty.</summary>
    public string Currency
    {
        get;
        init => field = value.Length == 0 || (value.Length == 3 && value.All(char.IsAsciiLetterUpper)) ? value
            : throw new ArgumentException($"A currency is a code of three letters, not '{value}'.", nameof(Currency));
    } = "";

    /// <summary>Show invented names of customers.</summary>
    public bool InventedNames { get; init; }

    /// <summary>The theme of people who have not chosen one.</summary>
    public ThemeChoice Appearance { get; init; } = ThemeChoice.System;
}
