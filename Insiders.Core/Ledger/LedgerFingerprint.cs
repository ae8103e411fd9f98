using System.Globalization;
using System.Text.Json.Serialization;

namespace Insiders.Core.Ledger;

/// <summary>What sales a ledger holds, in 128 bits: the sum of a hash per sale, modulo 2^128.</summary>
/// <param name="Sum">The sum; 0 for no sale.</param>
/// <remarks>
/// The same sales give the same fingerprint in whatever order, dialect or number of imports they came, on every machine and with every
/// version of the database. A sale that occurs twice counts twice. Line numbers do not count. It tells ledgers apart, it proves
/// nothing against somebody who builds a collision on purpose.
/// </remarks>
[JsonConverter(typeof(LedgerFingerprintConverter))]
public readonly record struct LedgerFingerprint(UInt128 Sum)
{
    /// <summary>Both multisets together.</summary>
    public static LedgerFingerprint operator +(LedgerFingerprint left, LedgerFingerprint right) => new(unchecked(left.Sum + right.Sum));

    /// <summary>The left multiset without the right one, which must be a part of it.</summary>
    public static LedgerFingerprint operator -(LedgerFingerprint left, LedgerFingerprint right) => new(unchecked(left.Sum - right.Sum));

    /// <summary>As <c>+</c>.</summary>
    public LedgerFingerprint Add(LedgerFingerprint other) => this + other;

    /// <summary>As <c>-</c>.</summary>
    public LedgerFingerprint Subtract(LedgerFingerprint other) => this - other;

    /// <summary>32 hexadecimal digits in lower case.</summary>
    public override string ToString() => Sum.ToString("x32", CultureInfo.InvariantCulture);
}
