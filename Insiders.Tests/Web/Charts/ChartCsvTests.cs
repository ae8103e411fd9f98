using System.Text;
using Insiders.Tests.Fixtures;
using Insiders.Web.Charts;

namespace Insiders.Tests.Web.Charts;

public sealed class ChartCsvTests
{
    [Fact]
    public void No_name_in_the_file_of_a_chart_is_a_formula()
    {
        var lines = Encoding.UTF8.GetString(ChartCsv.Of(SampleCharts.Bars.Table)).Split('\n');

        Assert.Equal(4, lines.Length); // header, two rows, and the end of the last
        Assert.StartsWith("'=cmd", lines[1].TrimStart('"'), StringComparison.Ordinal);
        Assert.Equal("b,2", lines[2]);
    }
}
