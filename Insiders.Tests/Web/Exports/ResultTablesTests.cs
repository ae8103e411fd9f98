using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Exports;

namespace Insiders.Tests.Web.Exports;

public sealed class ResultTablesTests
{
    private static readonly string[] s_formulas = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx"];

    [Fact]
    public void Segments_have_the_promised_columns_and_one_line_each()
    {
        var result = SampleResults.Of(40);

        var lines = Lines(output => ResultTables.WriteSegments(output, result));

        Assert.Equal("segment,name,customers,share,revenue,mean_revenue,median_revenue,recency_days,frequency,return_rate,invoices,items,new,active,slipping,dormant,lost,name_holds_for", lines[0]);
        Assert.Equal(result.Segments.Length + 1, lines.Length);
        Assert.StartsWith($"0,{result.Segments[0].Name.English},8,0.2,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Customers_have_every_feature_and_an_empty_field_where_a_silhouette_is_unknown()
    {
        var result = SampleResults.Of(40, features: 7, noise: false);
        result = result with { CustomerSilhouettes = result.CustomerSilhouettes.SetItem(0, double.NaN) };

        var lines = Lines(output => ResultTables.WriteCustomers(output, result));

        Assert.Equal("customer_id,cluster,segment,x,y,silhouette,country,gross_revenue,recency_days,frequency,return_rate,qtty_invoices,qtty_items,feature_06,net_revenue,order_value,last_purchase,customer_since,days_overdue,stage", lines[0]);
        Assert.Equal(41, lines.Length);
        var cells = lines[1].Split(',');
        Assert.Equal("c0000000", cells[0]);
        Assert.Equal("", cells[5]);
        Assert.Equal(result.Coordinates[0, 0], double.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Customers_who_are_not_in_any_group_have_no_segment()
    {
        var lines = Lines(output => ResultTables.WriteCustomers(output, SampleResults.Of(40, noise: true)));

        Assert.Equal(41, lines.Length);
        Assert.Equal(["-1", ""], lines[1].Split(',')[1..3]);
        Assert.NotEqual("", lines[2].Split(',')[2]);
    }

    [Fact]
    public void Measures_stand_after_the_study_s_columns_and_are_empty_where_a_customer_has_none()
    {
        var result = SampleResults.Of(10, features: 6);
        ImmutableArray<double> day = [new DateOnly(2017, 11, 5).DayNumber, .. Enumerable.Repeat(double.NaN, 9)];
        var measured = result with
        {
            Measures = ImmutableDictionary.CreateRange([KeyValuePair.Create("net_revenue", (ImmutableArray<double>)[12.5, .. new double[9]]), new("last_purchase", day), new("customer_since", day), new("days_overdue", day)]),
            Stages = [CustomerStage.Slipping, .. Enumerable.Repeat(CustomerStage.Lost, 9)],
        };
        var (revenue, invoices) = (result.Features.Values[0, 0], result.Features.Values[0, 4]);

        var lines = Lines(output => ResultTables.WriteCustomers(output, measured));

        Assert.Equal(["12.5", (revenue / invoices).ToString("R", System.Globalization.CultureInfo.InvariantCulture), "2017-11-05", "2017-11-05", "736637", "slipping"], lines[1].Split(',')[^6..]);
        Assert.Equal(["", "", "", "lost"], lines[2].Split(',')[^4..]);
        Assert.Equal(["", "", "", ""], Lines(output => ResultTables.WriteCustomers(output, result))[1].Split(',')[^4..]); // no sales behind it
    }

    [Fact]
    public void Cleaning_has_a_line_per_step()
    {
        var lines = Lines(output => ResultTables.WriteCleaning(output, SampleResults.Of(40).Cleaning));

        Assert.Equal(["rule,rows_dropped,rows_left,customers_left", "raw,0,100,40", "no_customer,7,93,40"], lines);
    }

    [Fact]
    public void Texts_that_a_spreadsheet_would_run_are_made_harmless_and_negative_numbers_are_not()
    {
        var result = SampleResults.Of(40);
        var segments = result.Segments.SetItem(0, result.Segments[0] with { Name = new SegmentName("x", s_formulas[0], "") });

        var lines = Lines(output => ResultTables.WriteSegments(output, result with { Segments = segments }));

        Assert.Contains("'=cmd", lines[1], StringComparison.Ordinal);
        foreach (var formula in s_formulas)
        {
            var cell = Lines(output =>
            {
                using var csv = CsvFile.Start(output, ["text", "number"]);
                csv.WriteField(formula);
                csv.WriteNumber(-1.5);
                csv.EndRecord();
            })[1];
            Assert.Equal($"'{formula}", cell[..cell.LastIndexOf(',')].Trim('"'));
            Assert.EndsWith(",-1.5", cell, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rejects_become_plain_lines_whatever_the_ledger_wrote()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.Combine("r.csv"), "\uFEFFline,column,value,reason\r\n3,Quantity,x,not a number\r\n");

        Assert.Equal(["line,column,value,reason", "3,Quantity,x,not a number"], Lines(output => ResultTables.WriteRejects(output, folder.Combine("r.csv"))));
        Assert.Equal(["line,column,value,reason"], Lines(output => ResultTables.WriteRejects(output, null)));
    }

    [Fact]
    public void The_run_file_tells_what_the_run_was_made_with_and_how_it_went()
    {
        using var output = new StringWriter();
        RunFile.Write(output, SampleResults.Of(40, seed: 7), "abc", [("read", 0.5), ("clean", 0.25)]);

        using var run = JsonDocument.Parse(output.ToString());
        var root = run.RootElement;
        Assert.Equal(7, root.GetProperty("seed").GetInt32());
        Assert.Equal("abc", root.GetProperty("ledgerFingerprint").GetString());
        Assert.Equal(5, root.GetProperty("bestK").GetInt32());
        Assert.Equal(0.8, root.GetProperty("silhouette").GetProperty("5").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("silhouette").GetProperty("4").ValueKind);
        Assert.Equal(0.5, root.GetProperty("seconds").GetProperty("read").GetDouble());
        Assert.Equal(Environment.Version.ToString(), root.GetProperty("versions").GetProperty("dotnet").GetString());
        Assert.Equal(300, root.GetProperty("recipe").GetProperty("embedding")[0].GetProperty("trees").GetInt32());
    }

    [Fact]
    public void The_facts_of_a_run_of_several_methods_name_the_method_of_each_silhouette_and_of_the_winner()
    {
        var result = SampleResults.Of(40);
        using var output = new StringWriter();
        RunFile.Write(output, result with { Candidates = [.. result.Candidates, SampleResults.Tried(5, 0.7, KMeansOptions.Name)] }, "abc", []);

        using var run = JsonDocument.Parse(output.ToString());
        var root = run.RootElement;
        Assert.Equal("gaussian-mixture", root.GetProperty("bestMethod").GetString());
        Assert.Equal(0.8, root.GetProperty("silhouette").GetProperty("gaussian-mixture").GetProperty("5").GetDouble());
        Assert.Equal(0.7, root.GetProperty("silhouette").GetProperty("k-means").GetProperty("5").GetDouble());
    }

    private static string[] Lines(Action<TextWriter> write)
    {
        using var output = new StringWriter();
        write(output);
        var text = output.ToString();
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        return text[..^1].Split('\n');
    }
}
