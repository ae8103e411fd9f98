namespace Insiders.Core.Settings;

/// <summary>How a setting is written.</summary>
public enum SettingKind
{
    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A whole number, or nothing: the program chooses.</summary>
    WholeOrNone,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Switch,

    /// <summary>One of several words.</summary>
    Choice,

    /// <summary>Some of several words, at least one.</summary>
    Several,

    /// <summary>Features of the catalogue, by name.</summary>
    Features,

    /// <summary>Texts of any kind.</summary>
    Texts,
}
