using System.Collections.Immutable;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Segments;

/// <summary>The plans: one per region of <see cref="SegmentRegions"/>, and those for segments whose members do otherwise than their region says.</summary>
/// <remarks>A plan follows from what a segment spends and what its members do, never from its place in a list; each is given only to members it is true of.</remarks>
public static class SegmentPlans
{
    private const double TopFrom = 4;
    private const double UpperFrom = 1.5;
    private const double MiddleFrom = 0.6;

    // What a plan for a mixed segment may still say of its members; the most telling first.
    private static readonly ImmutableArray<MemberClaim> s_common =
        [MemberClaims.Away, MemberClaims.NotLost, MemberClaims.BelowAverage, MemberClaims.AboveAverage, MemberClaims.Repeat, MemberClaims.Once];

    private static readonly ImmutableDictionary<string, double> s_regionTiers = SegmentRegions.All.ToImmutableDictionary(region => region.Name.Key, region => TierOf(region));

    /// <summary>Every plan: by spend, the most first; within a tier those of regions first, the narrower claim before the wider, the mixed one last.</summary>
    public static ImmutableArray<SegmentPlan> All { get; } =
    [
        Plan("lapsed-high-spenders", MemberClaims.Quiet, SegmentLevers.BuyAgain,
            ("Win them back in person before anybody else: nobody who left is worth more.", "Reconquiste-os pessoalmente antes de todos: ninguém que saiu vale mais."),
            ("Find out whether they closed, moved or changed supplier.", "Descubra se fecharam, mudaram de endereço ou trocaram de fornecedor."),
            ("Make one generous offer with an end date.", "Faça uma única oferta generosa, com prazo."),
            ("Stop after two attempts and note the reason.", "Pare depois de duas tentativas e anote o motivo.")),
        Plan("slipping-high-spenders", MemberClaims.Slipping, SegmentLevers.Recency,
            ("Call every one of them and ask what changed.", "Ligue para cada um e pergunte o que mudou."),
            ("Offer to repeat the last large order at its old price.", "Ofereça repetir o último pedido grande pelo preço antigo."),
            ("Look into returns and complaints of the last orders.", "Veja se houve devoluções ou reclamações nos últimos pedidos."),
            ("Set a reminder for the day on which each usually orders.", "Programe um lembrete para o dia em que cada um costuma pedir.")),
        Plan("loyal-high-spenders", MemberClaims.Active, SegmentLevers.Concierge,
            ("Invite them to the loyalty programme with its highest level in sight.", "Convide-os para o programa de fidelidade, com o nível mais alto à vista."),
            ("Offer free and faster delivery from the second order of a month.", "Ofereça entrega grátis e mais rápida a partir do segundo pedido do mês."),
            ("Propose products that elite spenders buy and they do not.", "Sugira produtos que os clientes de elite compram e eles ainda não."),
            ("Ask them what is missing in the range.", "Pergunte o que falta no catálogo.")),
        Plan("elite-spenders", MemberClaims.Active, SegmentLevers.Concierge,
            ("Give each a named contact and call before the season begins.", "Dê a cada um um contato com nome e ligue antes de a temporada começar."),
            ("Show new products to them first and reserve stock.", "Mostre os lançamentos primeiro a eles e reserve estoque."),
            ("Agree on yearly volumes with fixed conditions.", "Combine volumes anuais com condições fixas."),
            ("Watch each one: longer silence than usual is worth a call.", "Acompanhe um a um: silêncio maior que o normal merece uma ligação.")),
        Plan("top-mixed", null, SegmentLevers.ByStage,
            ("Start with those who are slipping: call each of them this week.", "Comece por quem está se afastando: ligue para cada um nesta semana."),
            ("Give those who still buy a named contact and the first look at what is new.", "Dê a quem continua comprando um contato com nome e os lançamentos em primeira mão."),
            ("Make those who have gone quiet one offer in person.", "Faça a quem parou de comprar uma única oferta, pessoalmente."),
            ("Open the list by stage before anything goes out to all of them.", "Abra a lista por fase antes de enviar algo a todos.")),

        Plan("lapsed-good-customers", MemberClaims.Quiet, SegmentLevers.BuyAgain,
            ("Start a win-back series of three emails with rising offers.", "Inicie uma série de reconquista com três e-mails e ofertas crescentes."),
            ("Show what is new since their last order.", "Mostre o que há de novo desde o último pedido."),
            ("Call the upper half by revenue.", "Ligue para a metade de maior receita."),
            ("Leave those alone who do not answer the series.", "Deixe em paz quem não responder à série.")),
        Plan("slipping-good-customers", MemberClaims.Slipping, SegmentLevers.Recency,
            ("Write to them when their usual gap between orders has passed.", "Escreva quando passar o intervalo normal entre os pedidos."),
            ("Offer the products they bought most, ready to reorder.", "Ofereça os produtos que mais compraram, prontos para repetir."),
            ("Give a voucher that ends within two weeks.", "Dê um cupom que vence em duas semanas."),
            ("Ask in one question why they stayed away.", "Pergunte, em uma só questão, por que se afastaram.")),
        Plan("engaged-shoppers", MemberClaims.Active, SegmentLevers.Frequency,
            ("Remind them of what they reorder, just before they usually do.", "Lembre-os do que costumam repor, pouco antes da hora de sempre."),
            ("Reward the next order within thirty days.", "Premie o próximo pedido em até trinta dias."),
            ("Show how far they are from the next level of the programme.", "Mostre quanto falta para o próximo nível do programa."),
            ("Send new arrivals of the lines they buy.", "Envie novidades das linhas que compram.")),
        Plan("occasional-buyers", MemberClaims.Active, SegmentLevers.Frequency,
            ("Give a reason to come between seasons: refills, sets, dates of the year.", "Dê motivos para voltar entre temporadas: reposição, kits, datas do ano."),
            ("Follow each order with what others bought next.", "Depois de cada pedido, mostre o que outros compraram em seguida."),
            ("Offer free delivery from their usual order value on.", "Ofereça frete grátis a partir do ticket médio deles."),
            ("Invite them to the programme after the third order.", "Convide-os para o programa depois do terceiro pedido.")),
        Plan("upper-mixed", null, SegmentLevers.ByStage,
            ("Write first to those who are slipping: what they bought most, ready to reorder.", "Escreva primeiro a quem está se afastando: o que mais compraram, pronto para repetir."),
            ("Reward the next order of those who still buy.", "Premie o próximo pedido de quem continua comprando."),
            ("Call the upper half by revenue of those who have gone quiet.", "Ligue para a metade de maior receita de quem parou de comprar."),
            ("Open the list by stage before anything goes out to all of them.", "Abra a lista por fase antes de enviar algo a todos.")),

        Plan("dormant-customers", MemberClaims.Quiet, SegmentLevers.Recency,
            ("Wake them with one offer on what they bought before.", "Desperte-os com uma oferta do que já compraram."),
            ("Time it to the season in which they bought.", "Escolha a época do ano em que compraram."),
            ("Ask whether they still want to hear from you.", "Pergunte se ainda querem receber notícias."),
            ("Move those who do not react to the quarterly newsletter.", "Passe quem não reagir para o boletim trimestral.")),
        Plan("middle-slipping", MemberClaims.Slipping, SegmentLevers.Recency,
            ("Remind them of their last order with a reason to repeat it now.", "Lembre-os do último pedido com um motivo para repeti-lo agora."),
            ("Offer free delivery for two weeks instead of a discount.", "Ofereça frete grátis por duas semanas em vez de desconto."),
            ("Show what others who bought the same bought next.", "Mostre o que outros que compraram o mesmo levaram em seguida."),
            ("Try two subject lines on two halves and keep the better.", "Teste dois assuntos em duas metades e fique com o melhor.")),
        Plan("average-customers", MemberClaims.Active, SegmentLevers.OrderValue,
            ("Bundle what is bought together at a small advantage.", "Monte kits do que é comprado junto, com uma pequena vantagem."),
            ("Set the limit for free delivery a little above their order value.", "Ponha o limite do frete grátis um pouco acima do ticket médio deles."),
            ("Propose the next larger pack in the basket.", "Sugira no carrinho a embalagem maior."),
            ("Name the amount that is missing for the next reward.", "Diga o valor que falta para o próximo prêmio.")),
        Plan("middle-mixed", null, SegmentLevers.ByStage,
            ("Remind those who are slipping of their last order.", "Lembre quem está se afastando do último pedido."),
            ("Offer those who still buy a second product that goes with the first.", "Ofereça a quem continua comprando um segundo produto que combine com o primeiro."),
            ("Write to those who have gone quiet once, then leave it at the newsletter.", "Escreva uma vez a quem parou de comprar; depois, só o boletim."),
            ("Open the list by stage before anything goes out to all of them.", "Abra a lista por fase antes de enviar algo a todos.")),

        Plan("lost-customers", MemberClaims.Quiet, SegmentLevers.Nothing,
            ("Spend no budget on them; keep them in the general newsletter.", "Não gaste verba com eles; mantenha-os no boletim geral."),
            ("Once a year, offer clearance stock to all of them at once.", "Uma vez por ano, ofereça o saldo de estoque a todos de uma vez."),
            ("Learn from them: what did the first order have that kept nobody?", "Aprenda com eles: o que o primeiro pedido teve que não segurou ninguém?"),
            ("Remove addresses that bounce.", "Remova os endereços que devolvem.")),
        Plan("fading-customers", MemberClaims.Slipping, SegmentLevers.Promotions,
            ("Show promotions of the lines they bought.", "Mostre promoções das linhas que compraram."),
            ("Use automatic emails only, no calls.", "Use só e-mails automáticos, sem ligações."),
            ("Try price against free delivery on two halves.", "Teste desconto contra frete grátis em duas metades."),
            ("Drop those who stay silent for another quarter.", "Retire quem ficar mais um trimestre sem comprar.")),
        Plan("light-buyers", MemberClaims.Active, SegmentLevers.OrderValue,
            ("Welcome new ones with a guide to the range.", "Receba os novos com um guia do catálogo."),
            ("Offer a second product that goes with the first.", "Ofereça um segundo produto que combine com o primeiro."),
            ("Make the second order within a month worth while.", "Faça valer a pena o segundo pedido em até um mês."),
            ("Tell small business customers from private ones and offer packs.", "Separe pequenas empresas de pessoas físicas e ofereça embalagens.")),
        Plan("low-mixed", null, SegmentLevers.ByStage,
            ("Welcome those who are new and make their second order worth while.", "Receba bem quem é novo e faça valer a pena o segundo pedido."),
            ("Show those who are slipping one promotion by automatic email.", "Mostre uma promoção, por e-mail automático, a quem está se afastando."),
            ("Spend nothing on those who are lost; keep them in the newsletter.", "Não gaste nada com quem está perdido; mantenha-os no boletim."),
            ("Open the list by stage before anything goes out to all of them.", "Abra a lista por fase antes de enviar algo a todos.")),
    ];

    /// <summary>The plan of a segment.</summary>
    /// <param name="region">Where it lies.</param>
    /// <param name="members">What its members do; null where stages are not known: the plan for mixed members, which claims nothing.</param>
    /// <returns>That of its region where it is true of the members, else one of the same spend that is, else the one for mixed members.</returns>
    public static SegmentPlan Of(SegmentRegion region, MemberCounts? members)
    {
        ArgumentNullException.ThrowIfNull(region);
        var tier = TierOf(region);
        var fitting = All.Where(plan => TierOf(plan) == tier).OrderByDescending(plan => plan.Key == region.Name.Key)
            .First(plan => plan.Claim is not { } claim || (members is not null && claim.HoldsFor(members)));
        return fitting.Claim is null && members is not null ? fitting with { Claim = s_common.FirstOrDefault(claim => claim.HoldsFor(members)) } : fitting;
    }

    private static double TierOf(SegmentRegion region)
        => region.RevenueFrom >= TopFrom ? TopFrom : region.RevenueFrom >= UpperFrom ? UpperFrom : region.RevenueFrom >= MiddleFrom ? MiddleFrom : 0;

    private static double TierOf(SegmentPlan plan) => s_regionTiers.TryGetValue(plan.Key, out var tier) ? tier
        : plan.Key.Split('-')[0] switch { "top" => TopFrom, "upper" => UpperFrom, "middle" => MiddleFrom, _ => 0 };

    private static SegmentPlan Plan(string key, MemberClaim? claim, SegmentLever lever, params (string English, string Portuguese)[] actions)
        => new(key, claim, lever, [.. actions.Select(action => new LocalText(action.English, action.Portuguese))]);
}
