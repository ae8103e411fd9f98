using System.Collections.Immutable;

namespace Insiders.Core.Segments.Stages;

/// <summary>The one table that maps what names, sentences and plans say to stages and figures of customers.</summary>
public static class MemberClaims
{
    /// <summary>New customers.</summary>
    public static MemberClaim New { get; } = Claim("new", "are new customers", "são clientes novos", "new", "novos", m => m.New);

    /// <summary>Still buying, new ones included.</summary>
    public static MemberClaim Active { get; } = Claim("active", "still buy", "continuam comprando", "active", "ativos", m => m.New + m.Active);

    /// <summary>On their way out, not gone yet.</summary>
    public static MemberClaim Slipping { get; } = Claim("slipping", "are slipping away", "estão se afastando", "slipping", "se afastando", m => m.Slipping + m.Dormant);

    /// <summary>Silent for longer than usual, by however much.</summary>
    public static MemberClaim Away { get; } = Claim(
        "away", "have been silent for longer than usual", "estão sem comprar há mais tempo que o normal", "overdue", "em atraso", m => m.Slipping + m.Dormant + m.Lost);

    /// <summary>Dormant, or beyond.</summary>
    public static MemberClaim Quiet { get; } = Claim("quiet", "have gone quiet", "pararam de comprar", "gone quiet", "parados", m => m.Dormant + m.Lost);

    /// <summary>Lost.</summary>
    public static MemberClaim Lost { get; } = Claim("lost", "are lost", "estão perdidos", "lost", "perdidos", m => m.Lost);

    /// <summary>In any stage but the last.</summary>
    public static MemberClaim NotLost { get; } = Claim("not-lost", "are not lost", "não estão perdidos", "not lost", "não perdidos", m => m.Customers - m.Lost);

    /// <summary>Below the average customer.</summary>
    public static MemberClaim BelowAverage { get; } = Claim(
        "below-average", "spent less than the average customer", "gastaram menos que o cliente médio", "below average", "abaixo da média", m => m.BelowAverage);

    /// <summary>At the average customer or above.</summary>
    public static MemberClaim AboveAverage { get; } = Claim(
        "above-average", "spent as much as the average customer or more", "gastaram tanto quanto o cliente médio ou mais", "above average", "acima da média", m => m.Customers - m.BelowAverage);

    /// <summary>Came back.</summary>
    public static MemberClaim Repeat { get; } = Claim("repeat", "have bought more than once", "compraram mais de uma vez", "came back", "voltaram", m => m.Repeat);

    /// <summary>Never came back.</summary>
    public static MemberClaim Once { get; } = Claim("once", "have bought once", "compraram uma vez", "bought once", "uma compra", m => m.Customers - m.Repeat);

    /// <summary>All of them.</summary>
    public static ImmutableArray<MemberClaim> All { get; } = [New, Active, Slipping, Away, Quiet, Lost, NotLost, BelowAverage, AboveAverage, Repeat, Once];

    private static MemberClaim Claim(string key, string english, string portuguese, string word, string portugueseWord, Func<MemberCounts, int> count)
        => new(key, new(english, portuguese), new(word, portugueseWord), count);
}
