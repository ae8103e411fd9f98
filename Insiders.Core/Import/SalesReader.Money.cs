using Insiders.Core.Import.Evidence;
using Insiders.Core.Import.Values;
using Insiders.Core.Problems;

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
                ? Problem.Of(ProblemCode.RowQuantity, text) : Empty(LedgerColumn.Quantity));
        }

        var hasAmount = _at[(int)LedgerColumn.Amount] >= 0;
        if (_at[(int)LedgerColumn.UnitPrice] >= 0 && !Amount.TryRead(Text(LedgerColumn.UnitPrice), _file.Dialect.DecimalMark, out _unitPrice, out _) && !hasAmount)
        {
            return NoNumber(LedgerColumn.UnitPrice, ProblemCode.RowUnitPrice);
        }

        if (hasAmount && !Amount.TryRead(Text(LedgerColumn.Amount), _file.Dialect.DecimalMark, out _amount, out _))
        {
            return NoNumber(LedgerColumn.Amount, ProblemCode.RowAmount);
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
                Problem.Of(ProblemCode.RowAmountTooLarge, Found(LedgerColumn.Quantity), Found(LedgerColumn.UnitPrice)));
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
            ? Reject(column, Problem.Of(ProblemCode.RowCurrency, CurrencyLog.Shown(other), CurrencyLog.Shown(_file.Currency!))) : null;
    }

    private RejectedRow? DiscountFault(DiscountReading discounts)
    {
        if (!discounts.TryRead(Text(LedgerColumn.Discount), _file.Dialect.DecimalMark, out var share))
        {
            return Reject(LedgerColumn.Discount, Problem.Of(ProblemCode.RowDiscount, Found(LedgerColumn.Discount)));
        }

        var paid = DiscountReading.Less(_amount, share);
        _discount = _amount - paid;
        _amount = discounts.IsTakenOff ? paid : _amount;
        return null;
    }

    private RejectedRow NoNumber(LedgerColumn column, ProblemCode code)
    {
        var example = _file.Dialect.DecimalMark == DecimalMark.Comma ? "1.234,56" : "1,234.56";
        return Reject(column, Found(column) is { Length: > 0 } text ? Problem.Of(code, text, example) : Empty(column));
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
