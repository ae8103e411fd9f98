using System.Text.RegularExpressions;
using Insiders.Core.Import;
using Insiders.Core.Problems;

namespace Insiders.Tests.Core.Problems;

public sealed partial class ProblemTests
{
    public static TheoryData<ProblemCode> AllCodes => [.. Enum.GetValues<ProblemCode>()];

    [Fact]
    public void A_problem_is_kept_as_a_text_and_read_again()
    {
        var problem = Problem.Of(ProblemCode.ColumnsMissing, new ProblemValue(ProblemValueKind.Headers, "a\nb"), ProblemValue.Columns([LedgerColumn.Invoice, LedgerColumn.UnitPrice]));

        var read = Problem.FromText(problem.ToText());

        Assert.Equal(problem.Code, read.Code);
        Assert.Equal(problem.Values.AsEnumerable(), read.Values);
        Assert.Equal("The first line has the columns 'a', 'b'; expected a column for the invoice (such as InvoiceNo), the unit price (such as UnitPrice).", read.Sentence);
        Assert.DoesNotContain('\n', problem.ToText());
    }

    [Theory]
    [InlineData("The ledger is empty.")]
    [InlineData("{ is no problem }")]
    [InlineData("""{"Code":"Gone","Values":[]}""")]
    [InlineData("{}")]
    public void A_text_of_an_earlier_version_stays_the_sentence_it_is(string text)
    {
        var problem = Problem.FromText(text);

        Assert.Equal((ProblemCode.Other, text), (problem.Code, problem.Sentence));
    }

    [Theory, MemberData(nameof(AllCodes))]
    public void Every_code_has_a_sentence_of_its_own_that_uses_its_values_in_order(ProblemCode code)
    {
        var sentence = ProblemSentences.Of(code);

        Assert.True(sentence != "{0}" || code is ProblemCode.Other or ProblemCode.FileAccess);
        Assert.Equal(Enumerable.Range(0, Place().Count(sentence)).Select(place => $"{{{place}}}"), Place().Matches(sentence).Select(match => match.Value));
    }

    [Fact]
    public void A_disk_that_refuses_is_told_from_what_nobody_foresaw()
    {
        Assert.Equal(ProblemCode.FileAccess, Problem.Of(new IOException("The disk is full.")).Code);
        Assert.Equal(ProblemCode.Other, Problem.Of(new InvalidOperationException("Odd.")).Code);
        Assert.Equal(ProblemCode.FileEmpty, Problem.Of(new NotALedgerException(Problem.Of(ProblemCode.FileEmpty))).Code);
    }

    [GeneratedRegex(@"(?<!\{)\{\d\}")]
    private static partial Regex Place();
}
