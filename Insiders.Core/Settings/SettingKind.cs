namespace Insiders.Core.Settings;

/// <summary>The kind of value a setting takes.</summary>
public enum SettingKind
{
    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A whole number, or empty to let the program choose.</summary>
    WholeOrNone,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Switch,

    /// <summary>One of several choices.</summary>
    Choice,

    /// <summary>At least one of several choices.</summary>
    Several,

    /// <summary>Features of the catalogue, by name.</summary>
    Features,

    /// <summary>A list of free texts.</summary>
    Texts,
}
