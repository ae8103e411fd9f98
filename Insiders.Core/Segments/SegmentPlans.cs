using System.Collections.Immutable;

namespace Insiders.Core.Segments;

/// <summary>One lever and one plan per region of <see cref="SegmentRegions"/>: they follow from what a segment is, never from its place in a list.</summary>
public static class SegmentPlans
{
    /// <summary>Every plan, in the order of <see cref="SegmentRegions.All"/>.</summary>
    public static ImmutableArray<SegmentPlan> All { get; } =
    [
        Plan("elite-spenders", "Gastam muitas vezes a média e compraram há pouco.", SegmentLevers.Concierge,
            ("Give each a named contact and call before the season begins.", "Dê a cada um um contato pessoal e ligue antes do início da estação."),
            ("Show new products to them first and reserve stock.", "Mostre os lançamentos primeiro a eles e reserve estoque."),
            ("Agree on yearly volumes with fixed conditions.", "Combine volumes anuais com condições fixas."),
            ("Watch each one: a month of silence is worth a call.", "Acompanhe um a um: um mês de silêncio merece uma ligação.")),
        Plan("loyal-high-spenders", "Gastam várias vezes a média e voltam sempre.", SegmentLevers.Concierge,
            ("Invite them to the loyalty programme with its highest level in sight.", "Convide-os ao programa de fidelidade com o nível mais alto à vista."),
            ("Offer free and faster delivery from the second order of a month.", "Ofereça entrega grátis e mais rápida a partir do segundo pedido do mês."),
            ("Propose products that elite spenders buy and they do not.", "Sugira produtos que os clientes de elite compram e eles não."),
            ("Ask them what is missing in the range.", "Pergunte o que falta no sortimento.")),
        Plan("slipping-high-spenders", "Gastaram várias vezes a média e estão há algum tempo sem aparecer.", SegmentLevers.Recency,
            ("Call every one of them and ask what changed.", "Ligue para cada um e pergunte o que mudou."),
            ("Offer to repeat the last large order at its old price.", "Ofereça repetir o último grande pedido pelo preço antigo."),
            ("Look into returns and complaints of the last orders.", "Verifique devoluções e reclamações dos últimos pedidos."),
            ("Set a reminder one purchase rhythm after the last order.", "Programe um lembrete um ritmo de compra após o último pedido.")),
        Plan("lapsed-high-spenders", "Gastaram várias vezes a média e estão em silêncio há mais tempo que o cliente médio.", SegmentLevers.BuyAgain,
            ("Win them back in person before anybody else: nobody lost is worth more.", "Reconquiste-os pessoalmente antes de todos: nenhum cliente perdido vale mais."),
            ("Find out whether they closed, moved or changed supplier.", "Descubra se fecharam, mudaram ou trocaram de fornecedor."),
            ("Make one generous offer with an end date.", "Faça uma única oferta generosa com data final."),
            ("Stop after two attempts and note the reason.", "Pare após duas tentativas e anote o motivo.")),
        Plan("engaged-shoppers", "Gastam cerca de três vezes a média e compraram há pouco.", SegmentLevers.Frequency,
            ("Remind them of what they reorder, just before they usually do.", "Lembre-os do que costumam repor, pouco antes da hora habitual."),
            ("Reward the next order within thirty days.", "Premie o próximo pedido em trinta dias."),
            ("Show how far they are from the next level of the programme.", "Mostre quanto falta para o próximo nível do programa."),
            ("Send new arrivals of the lines they buy.", "Envie novidades das linhas que compram.")),
        Plan("occasional-buyers", "Gastam cerca de duas vezes a média e compraram há pouco.", SegmentLevers.Frequency,
            ("Give a reason to come between seasons: refills, sets, dates of the year.", "Dê motivos para vir entre estações: reposição, conjuntos, datas do ano."),
            ("Follow each order with what others bought next.", "Após cada pedido, mostre o que outros compraram em seguida."),
            ("Offer delivery free of charge from their usual order value on.", "Ofereça frete grátis a partir do tíquete habitual deles."),
            ("Invite them to the programme after the third order.", "Convide-os ao programa após o terceiro pedido.")),
        Plan("slipping-good-customers", "Gastaram bem acima da média e estão há algum tempo sem aparecer.", SegmentLevers.Recency,
            ("Write to them when their usual gap between orders has passed.", "Escreva quando o intervalo habitual entre pedidos passar."),
            ("Offer the products they bought most, ready to reorder.", "Ofereça os produtos mais comprados, prontos para repetir."),
            ("Give a voucher that ends within two weeks.", "Dê um vale que termina em duas semanas."),
            ("Ask in one question why they stayed away.", "Pergunte em uma só questão por que se afastaram.")),
        Plan("lapsed-good-customers", "Gastaram bem acima da média e estão em silêncio há mais tempo que o cliente médio.", SegmentLevers.BuyAgain,
            ("Start a win-back series of three letters with rising offers.", "Comece uma série de reconquista de três cartas com ofertas crescentes."),
            ("Show what is new since their last order.", "Mostre o que há de novo desde o último pedido."),
            ("Call the upper half by revenue.", "Ligue para a metade de maior receita."),
            ("Leave those alone who do not answer the series.", "Deixe em paz quem não responder à série.")),
        Plan("average-customers", "Gastam o que gasta o cliente médio e compraram há pouco.", SegmentLevers.Ticket,
            ("Bundle what is bought together at a small advantage.", "Monte kits do que é comprado junto com uma pequena vantagem."),
            ("Set the limit for free delivery a little above their order value.", "Ponha o limite do frete grátis um pouco acima do tíquete médio deles."),
            ("Propose the next larger pack in the basket.", "Sugira no carrinho a embalagem maior."),
            ("Name the amount that is missing for the next reward.", "Diga o valor que falta para o próximo prêmio.")),
        Plan("dormant-customers", "Gastaram o que gasta o cliente médio e silenciaram.", SegmentLevers.Recency,
            ("Wake them with one offer on what they bought before.", "Desperte-os com uma oferta do que já compraram."),
            ("Time it to the season in which they bought.", "Escolha a estação em que compraram."),
            ("Ask whether they still want to hear from you.", "Pergunte se ainda querem receber notícias."),
            ("Move those who do not react to the quarterly letter.", "Passe quem não reage para a carta trimestral.")),
        Plan("light-buyers", "Gastam pouco e compraram há pouco.", SegmentLevers.Ticket,
            ("Welcome new ones with a guide to the range.", "Receba os novos com um guia do sortimento."),
            ("Offer a second product that goes with the first.", "Ofereça um segundo produto que combine com o primeiro."),
            ("Make the second order within a month worth while.", "Faça valer a pena o segundo pedido em um mês."),
            ("Tell small business customers from private ones and offer packs.", "Separe pequenas empresas de pessoas físicas e ofereça embalagens.")),
        Plan("fading-customers", "Gastam pouco e vêm cada vez menos.", SegmentLevers.Promotions,
            ("Show promotions of the lines they bought.", "Mostre promoções das linhas que compraram."),
            ("Use automatic letters only, no calls.", "Use apenas cartas automáticas, sem ligações."),
            ("Try price against free delivery on two halves.", "Teste preço contra frete grátis em duas metades."),
            ("Drop those who stay silent for another quarter.", "Retire quem ficar em silêncio por mais um trimestre.")),
        Plan("lost-customers", "Gastaram pouco e estão em silêncio há mais tempo que o cliente médio.", SegmentLevers.Nothing,
            ("Spend no budget on them; keep them in the general newsletter.", "Não gaste verba com eles; mantenha-os no boletim geral."),
            ("Once a year, offer clearance stock to all of them at once.", "Uma vez por ano, ofereça saldos a todos de uma vez."),
            ("Learn from them: what did the first order have that kept nobody?", "Aprenda com eles: o que teve o primeiro pedido que não reteve ninguém?"),
            ("Remove addresses that bounce.", "Remova endereços que devolvem.")),
    ];

    /// <summary>The plan of a segment, by the region it lies in.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="basis">All customers.</param>
    /// <remarks>Where nobody spent, everybody spent the average; where all bought on the last day, nobody is silent: as <see cref="SegmentNaming"/> has it.</remarks>
    public static SegmentPlan Of(GroupProfile segment, GroupProfile basis)
    {
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(basis);
        var region = SegmentRegions.Of(
            basis.MeanRevenueAmount > 0 ? segment.MeanRevenueAmount / basis.MeanRevenueAmount : 1,
            basis.RecencyDays > 0 ? segment.RecencyDays / basis.RecencyDays : 0);
        return All.First(plan => plan.Region == region);
    }

    private static SegmentPlan Plan(string region, string character, SegmentLever lever, params (string English, string Portuguese)[] actions)
    {
        var found = SegmentRegions.All.First(one => one.Name.Key == region);
        return new(found, new(found.Sentence, character), lever, [.. actions.Select(action => new LocalText(action.English, action.Portuguese))]);
    }
}
