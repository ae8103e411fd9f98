using Insiders.Core.Import.Values;

namespace Insiders.Core.Import.Evidence;

/// <summary>Quantity, price and amount of a line, in ten-thousandths.</summary>
internal static class LineAmounts
{
    /// <summary>Quantity times price, in ten-thousandths, rounded half away from zero.</summary>
    public static Int128 Product(long quantity, long price)
    {
        if (quantity % Amount.Scale == 0)
        {
            return (Int128)(quantity / Amount.Scale) * price;
        }

        var product = (Int128)quantity * price;
        var half = Int128.Sign(product) * (Amount.Scale / 2);
        return (product + half) / Amount.Scale;
    }

    /// <summary>All three, of a line whose amount is known.</summary>
    /// <param name="quantity">Null where the file has none: the line counts as one item, as one returned where money went back.</param>
    /// <param name="price">Null where the file has none: the amount divided by the quantity.</param>
    /// <param name="amount">What was paid for the line; what goes back with returned items is below zero, however the file writes it.</param>
    public static (long Quantity, long Price, long Amount) Of(long? quantity, long? price, long amount)
    {
        var items = quantity ?? (amount < 0 ? -Values.Amount.Scale : Values.Amount.Scale);
        var paid = items < 0 && amount > 0 ? -amount : amount;
        if (price is { } known)
        {
            return (items, known, paid);
        }

        return items == 0 ? (items, paid, paid) : (items, (long)Math.Round((decimal)paid * Values.Amount.Scale / items, MidpointRounding.AwayFromZero), paid);
    }
}
