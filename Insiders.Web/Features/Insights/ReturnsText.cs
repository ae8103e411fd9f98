namespace Insiders.Web.Features.Insights;

/// <summary>Wording of returns.</summary>
public static class ReturnsText
{
    private const double LargeShare = 0.1;

    /// <summary>What was returned, in a sentence, and whether one customer makes most of it.</summary>
    public static string SentenceOf(ReturnsViewModel view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Summary is not { Whole: { } whole } summary)
        {
            return Texts.ReturnsUnknown;
        }

        var scope = view.Scope;
        if (whole.Customers == 0)
        {
            return Texts.InsightsNobody;
        }

        if (whole.Returning == 0)
        {
            return Format.Fill(Texts.ReturnsNone, Format.Whole(whole.Customers));
        }

        var sentence = Format.Fill(
            Texts.ReturnsSentence, Format.Whole(whole.Returning), Format.Whole(whole.Customers), Format.Percent(whole.ReturningShare ?? 0), Format.Whole(whole.Items), whole.PooledRate is { } rate ? Format.Percent(rate) : "–");
        sentence = whole.Amount is { } amount ? $"{sentence} {Format.Fill(Texts.ReturnsMoney, Format.Money(amount))}" : $"{sentence} {Texts.ReturnsNoMoney}";
        return summary is { LargestShare: > LargeShare and var share, Customers: [var most, ..] }
            ? $"{sentence} {Format.Fill(Texts.ReturnsLargest, scope.Customers.Ids[most.Row], Format.Percent(share))}" : sentence;
    }
}
