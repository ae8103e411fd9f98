using System.Collections.Frozen;

namespace Insiders.Core.Import.Evidence;

/// <summary>Words for an order that came to nothing, in English, Portuguese, Spanish, German and French.</summary>
internal static class StatusWords
{
    private static readonly FrozenSet<string> s_void = new[]
    {
        "cancelled", "canceled", "cancel", "cancelledbycustomer", "cancelledbyseller", "void", "voided", "failed", "failure", "paymentfailed", "refunded", "fullyrefunded", "refund", "declined", "rejected", "expired", "abandoned", "unpaid", "chargeback", "deleted", "trash",
        "cancelado", "cancelada", "cancelados", "canceladas", "anulado", "anulada", "reembolsado", "reembolsada", "estornado", "estornada", "devolvido", "devolvida", "falhou", "falha", "falhado", "recusado", "recusada", "rejeitado", "rejeitada", "expirado", "expirada",
        "fallido", "fallida", "devuelto", "devuelta", "rechazado", "rechazada", "caducado",
        "storniert", "storno", "abgebrochen", "annulliert", "fehlgeschlagen", "erstattet", "zuruckerstattet", "abgelehnt", "abgelaufen",
        "annule", "annulee", "echoue", "echouee", "rembourse", "remboursee", "refuse", "refusee", "rejete", "rejetee", "expire", "expiree",
        "wccancelled", "wcfailed", "wcrefunded",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True when an order with this status is no sale.</summary>
    /// <param name="text">As it stands in the file; case, accents and punctuation do not count.</param>
    public static bool IsVoid(string text) => s_void.Contains(HeaderNames.Key(text));
}
