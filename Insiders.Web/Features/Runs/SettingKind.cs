namespace Insiders.Web.Features.Runs;

/// <summary>How a setting is written.</summary>
public enum SettingKind
{
    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A whole number, or nothing: the program chooses.</summary>
    WholeOrNone,

    /// <summary>A number.</summary>
    Fraction,

    /// <summary>Yes or no.</summary>
    Switch,

    /// <summary>One of several words.</summary>
    Choice,

    /// <summary>Features of the catalogue.</summary>
    Features,
}
