using System.Globalization;
using System.Text.RegularExpressions;
using Insiders.Core.Import;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Tests.Fixtures;
using Insiders.Web.Localization;

namespace Insiders.Tests.Web.Localization;

public sealed partial class ProblemTextTests : IDisposable
{
    private readonly (CultureInfo Numbers, CultureInfo Words) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public static TheoryData<ProblemCode> AllCodes => [.. Enum.GetValues<ProblemCode>()];

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;

    [Theory, MemberData(nameof(AllCodes))]
    public void Every_code_has_a_text_in_both_languages_with_the_places_of_its_sentence(ProblemCode code)
    {
        var texts = new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("pt-BR") }
            .Select(culture => Insiders.Web.Localization.Texts.ResourceManager.GetResourceSet(culture, true, tryParents: false)!.GetString(ProblemText.KeyOf(code))).ToArray();

        Assert.All(texts, text => Assert.Equal(Places(ProblemSentences.Of(code)), Places(Assert.IsType<string>(text))));
        Assert.NotEqual(texts[0], texts[1]);
    }

    [Fact]
    public void Numbers_columns_rules_and_reasons_are_worded_for_the_reader()
    {
        ReadPortuguese();

        Assert.Equal(
            "Não sobrou nada para segmentar: a limpeza não deixou nenhum cliente. A regra “Preço zero ou menor” descartou 12.345 de 12.400 linhas.",
            ProblemText.Of(Problem.Of(ProblemCode.NothingLeft, new ProblemValue(ProblemValueKind.Rule, "no-price"), 12345, 12400)));
        Assert.Equal(
            "A primeira linha tem uma só coluna, 'a'; falta uma coluna para: " + LedgerColumnText.Of(LedgerColumn.Invoice) + ", " + LedgerColumnText.Of(LedgerColumn.SoldAt) + ".",
            ProblemText.Of(Problem.Of(ProblemCode.ColumnsMissing, new ProblemValue(ProblemValueKind.Headers, "a"), ProblemValue.Columns([LedgerColumn.Invoice, LedgerColumn.SoldAt]))));
    }

    [Theory]
    [InlineData("{\n \"forest\": oops }", "Os parâmetros não são um JSON válido: a linha 2 não pode ser lida a partir do caractere 12.")]
    [InlineData("[1]", "Os parâmetros são um objeto JSON { … }, não [1].")]
    [InlineData("{ \"forest\": 5 }", "A configuração 'forest' é um grupo de configurações { … }, não 5.")]
    [InlineData("{ \"seed\": \"x\" }", "A configuração 'seed' é \"x\", mas deve ser um número inteiro.")]
    [InlineData("{ \"forest\": { \"trees\": 0 } }", "A configuração 'forest.trees' é 0, mas deve ser 1 a 10.000.")]
    [InlineData("{ \"projection\": { \"epochs\": 0 } }", "A configuração 'projection.epochs' é 0, mas deve ser 1 a 10.000, ou null.")]
    [InlineData("{ \"clustering\": [{ \"kind\": \"optics\" }] }", "A configuração 'clustering[0].kind' é \"optics\", mas deve ser um destes: \"gaussian-mixture\", \"k-means\", \"hierarchical\", \"spectral\", \"dbscan\", \"hdbscan\".")]
    [InlineData("{ \"clustering\": [] }", "A configuração 'clustering' foi recusada: ao menos uma opção")]
    [InlineData("{ \"modelFeatures\": [] }", "A configuração 'modelFeatures' foi recusada: ao menos uma opção")]
    [InlineData("{ \"clustering\": \"k-means\" }", "A configuração 'clustering' é \"k-means\", mas deve ser uma lista de etapas.")]
    [InlineData("{ \"trees\": 5 }", "Não existe a configuração 'trees'.")]
    public void A_pasted_recipe_is_refused_in_the_reader_s_language(string json, string start)
    {
        ReadPortuguese();

        var sentence = ProblemText.Of(Assert.Throws<RecipeException>(() => RecipeJson.Read(json)));

        Assert.StartsWith(start, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(" must ", sentence, StringComparison.Ordinal);
    }

    // A row of every kind that the reader rejects; the nearest wrong answer for the last was the text for a quantity that is no number.
    [Theory]
    [InlineData("1,A,lamp,2,2017-01-31,2.55,C1", "A linha tem 7 valores")]
    [InlineData(",A,lamp,2,2017-01-31,2.55,C1,France", "Falta um valor na linha: ")]
    [InlineData("1,A,lamp,two,2017-01-31,2.55,C1,France", "A quantidade 'two' não é um número")]
    [InlineData("1,A,lamp,2,31st,2.55,C1,France", "A data '31st' não segue yyyy-MM-dd")]
    [InlineData("1,A,lamp,2,2017-01-31,cheap,C1,France", "O preço unitário 'cheap' não é um número como 1,234.56.")]
    [InlineData("1,A,lamp,2000000000,2017-01-31,9999999,C1,France", "A quantidade '2000000000' vezes o preço unitário '9999999' passa de")]
    public void The_reason_of_a_rejected_row_is_worded_for_the_reader(string row, string start)
    {
        ReadPortuguese();
        using var folder = new TempFolder();
        var path = folder.Combine("rows.csv");
        File.WriteAllText(path, "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,A,lamp,2,2017-01-31,2.55,C1,France\n" + row + "\n");

        var rejected = SalesPreview.Read(SalesFile.Detect(path, ImportOptions.Default, CancellationToken.None), 5).Select(line => line.Rejected).OfType<RejectedRow>();

        Assert.StartsWith(start, ProblemText.Of(Assert.Single(rejected).Reason), StringComparison.Ordinal);
    }

    private static void ReadPortuguese() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("pt-BR");

    private static string[] Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<!\{)\{\d\}")]
    private static partial Regex Place();
}
