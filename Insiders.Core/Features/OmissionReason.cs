namespace Insiders.Core.Features;

/// <summary>Why a model does without a feature that its recipe names.</summary>
public enum OmissionReason
{
    /// <summary>The ledger has nothing for it: a weekday nobody bought on.</summary>
    Missing,

    /// <summary>It is the same for all but a few customers, so it tells hardly anybody apart.</summary>
    Alike,

    /// <summary>The sales have no column that it is computed from.</summary>
    NoColumn,

    /// <summary>It puts customers in nearly the same order as another feature.</summary>
    Repeats,
}
