using Insiders.Core.Import;

namespace Insiders.Web.Localization;

/// <summary>Display names of the columns of a ledger.</summary>
public static class LedgerColumnText
{
    /// <summary>A column's name.</summary>
    public static string Of(LedgerColumn column) => column switch
    {
        LedgerColumn.Invoice => Texts.DataColumnInvoice,
        LedgerColumn.StockCode => Texts.DataColumnStockCode,
        LedgerColumn.Description => Texts.DataColumnDescription,
        LedgerColumn.Quantity => Texts.DataColumnQuantity,
        LedgerColumn.SoldAt => Texts.DataColumnSoldAt,
        LedgerColumn.UnitPrice => Texts.DataColumnUnitPrice,
        LedgerColumn.Customer => Texts.DataColumnCustomer,
        LedgerColumn.Amount => Texts.DataColumnAmount,
        LedgerColumn.Status => Texts.DataColumnStatus,
        LedgerColumn.Email => Texts.DataColumnEmail,
        LedgerColumn.Currency => Texts.DataColumnCurrency,
        LedgerColumn.Discount => Texts.DataColumnDiscount,
        _ => Texts.DataColumnCountry,
    };
}
