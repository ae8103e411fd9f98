using Insiders.Core.Import.Evidence;
using Insiders.Core.Import.Values;

namespace Insiders.Core.Import;

/// <content>How much: quantity, price, amount and discount of a line.</content>
internal sealed partial class SalesReader
{
    /// <summary>Reads quantity, price and amount, as far as the file has them: of the last two one follows from the other.</summary>
    private RejectedRow? MoneyFault()
    {
        _quantity = Amount.Scale;
        if (_at[(int)LedgerColumn.Quantity] >= 0 && !TryQuantity(Text(LedgerColumn.Quantity), out _quantity))
        {
            return Reject(LedgerColumn.Quantity, Found(LedgerColumn.Quantity) is { Length: > 0 } text
                ? $"Quantity '{text}' is not a number between -2,147,483,647 and 2,147,483,647." : "The quantity is empty.");
        }

        var hasAmount = _at[(int)LedgerColumn.Amount] >= 0;
        if (_at[(int)LedgerColumn.UnitPrice] >= 0 && !Amount.TryRead(Text(LedgerColumn.UnitPrice), _file.Dialect.DecimalMark, out _unitPrice, out _) && !hasAmount)
        {
            return NoNumber(LedgerColumn.UnitPrice, "Unit price", "The unit price is empty.");
        }

        if (hasAmount && !Amount.TryRead(Text(LedgerColumn.Amount), _file.Dialect.DecimalMark, out _amount, out _))
        {
            return NoNumber(LedgerColumn.Amount, "Amount", "The amount is empty.");
        }

        if (hasAmount)
        {
            (_quantity, _unitPrice, _amount) = LineAmounts.Of(_at[(int)LedgerColumn.Quantity] >= 0 ? _quantity : null, _at[(int)LedgerColumn.UnitPrice] >= 0 ? _unitPrice : null, _amount);
        }

        // The ledger keeps prices and multiplies amounts as DECIMAL(18,4): what goes beyond would stop every later query.
        var product = LineAmounts.Product(_quantity, _unitPrice);
        if (Int128.Abs(_unitPrice) > Amount.Largest || Int128.Abs(product) > Amount.Largest || Int128.Abs(_amount) > Amount.Largest)
        {
            return Reject(hasAmount ? LedgerColumn.Amount : LedgerColumn.UnitPrice,
                $"Quantity '{Found(LedgerColumn.Quantity)}' times unit price '{Found(LedgerColumn.UnitPrice)}' is beyond 99,999,999,999,999.9999, the largest amount.");
        }

        _amount = hasAmount ? _amount : (long)product;
        if (_file.Discounts is { } discounts && DiscountFault(discounts) is { } wrong)
        {
            return wrong;
        }

        _hasOwnAmount = product != _amount;
        return null;
    }

    /// <summary>Counts the row's currency, once nothing else speaks against it; at fault is one that is not kept.</summary>
    private RejectedRow? ForeignFault()
    {
        var column = _at[(int)LedgerColumn.Currency] >= 0 ? LedgerColumn.Currency : _at[(int)LedgerColumn.Amount] >= 0 ? LedgerColumn.Amount : LedgerColumn.UnitPrice;
        var text = Text(column);
        return _currencies.Take(column == LedgerColumn.Currency ? text : Amount.CurrencyOf(text), _amount) is { } other
            ? Reject(column, $"The currency is {CurrencyLog.Shown(other)}, and only amounts in {CurrencyLog.Shown(_file.Currency!)} are read of this file.") : null;
    }

    private RejectedRow? DiscountFault(DiscountReading discounts)
    {
        if (!discounts.TryRead(Text(LedgerColumn.Discount), _file.Dialect.DecimalMark, out var share))
        {
            return Reject(LedgerColumn.Discount, $"Discount '{Found(LedgerColumn.Discount)}' is no share between 0 and 100 %.");
        }

        var paid = DiscountReading.Less(_amount, share);
        _discount = _amount - paid;
        _amount = discounts.IsTakenOff ? paid : _amount;
        return null;
    }

    private RejectedRow NoNumber(LedgerColumn column, string name, string empty)
    {
        var example = _file.Dialect.DecimalMark == DecimalMark.Comma ? "1.234,56" : "1,234.56";
        return Reject(column, Found(column) is { Length: > 0 } text ? $"{name} '{text}' is not a number such as {example}." : empty);
    }

    private bool TryQuantity(ReadOnlySpan<byte> text, out long quantity)
    {
        if (!Amount.TryRead(text, _file.Dialect.DecimalMark, out quantity, out _) || quantity / Amount.Scale is < -int.MaxValue or > int.MaxValue)
        {
            return false;
        }

        FoundFractions |= !_file.HasFractions && quantity % Amount.Scale != 0;
        return true;
    }
}
