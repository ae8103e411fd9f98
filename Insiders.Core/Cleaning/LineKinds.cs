namespace Insiders.Core.Cleaning;

/// <summary>What a line of an order is when it is no goods, told by its sign and its name in English, Portuguese, Spanish, German and French.</summary>
/// <remarks>A code alone says nothing: another shop sells sizes S and M under the codes that this one books samples with.</remarks>
internal static class LineKinds
{
    private const string DiscountWords = "discount|rebate|coupon|voucher|promo|promotion|desconto|cupom|abatimento|descuento|cupon|rebaja|rabatt|skonto|gutschein|nachlass|remise|rabais|reduction|bon d.achat|code promo";

    private const string ServiceWords =
        "shipping|shipping (cost|costs|fee|fees|charge|charges)|postage|dotcom postage|postage and packing|p&p|carriage|next day carriage|delivery|delivery (fee|fees|charge|charges|cost|costs)|freight"
        + "|handling|handling (fee|charge)|bank charges?|amazon ?fee|payment fee|transaction fee|samples?|adjust bad debt|gift ?wrap(ping)?|gift ?wrap fee|sales tax|tax|vat|gst|tip|gratuity|deposit"
        + "|frete|taxa de entrega|valor do frete|imposto|impostos|embrulho para presente|gorjeta"
        + "|envio|gastos de envio|coste de envio|portes|flete|impuesto|impuestos|iva|propina"
        + "|versand|versandkosten|versandkostenpauschale|lieferkosten|liefergebuhr|portokosten|porto|mwst|mehrwertsteuer|umsatzsteuer|trinkgeld|pfand|geschenkverpackung"
        + "|livraison|frais de livraison|frais de port|frais d.envoi|expedition|taxe|taxes|tva|pourboire|emballage cadeau|consigne";

    /// <summary>True for a line that takes money off its order. Columns: <c>stock_code</c>, <c>description</c>, <c>quantity</c>, <c>unit_price</c>, <c>amount</c>.</summary>
    public static string Discount { get; } = $"(amount < 0 AND ((quantity > 0 AND unit_price < 0) OR regexp_matches({Name}, '(^|[^a-z])({DiscountWords})')))";

    /// <summary>True for a line whose name is that of a service, a tax or a fee. Columns as of <see cref="Discount"/>.</summary>
    public static string Service { get; } = $"regexp_full_match({Name}, '({ServiceWords})')";

    /// <summary>
    /// The query of codes that look like no product whatever they are called: a different price on one line in four or more, the highest at least ten times the lowest, and they have no description
    /// at all, in a ledger that describes its goods, or stand on one invoice in twenty at most. Fewer than twenty lines tell nothing.
    /// </summary>
    /// <param name="view">The ledger's lines, with <c>invoice</c>, <c>stock_code</c>, <c>description</c> and <c>unit_price</c>.</param>
    public static string ServiceCodes(string view) => $"""
        SELECT upper(stock_code) AS stock_code FROM {view} WHERE unit_price > 0 AND stock_code IS NOT NULL GROUP BY 1
        HAVING count(*) >= 20 AND count(DISTINCT unit_price) >= 0.25 * count(*) AND max(unit_price) >= 10 * min(unit_price)
            AND ((count(description) = 0 AND (SELECT count(description) FROM {view}) > 0)
                OR count(DISTINCT invoice) <= 0.05 * (SELECT count(DISTINCT invoice) FROM {view}))
        """;

    // The name, or the code where there is none.
    private static string Name => "strip_accents(lower(trim(coalesce(description, stock_code))))";
}
