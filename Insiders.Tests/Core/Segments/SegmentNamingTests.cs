using CsCheck;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Segments;

public sealed class SegmentNamingTests
{
    private static readonly GroupProfile s_base = SmallTables.Profile(1_000, 100);

    [Fact]
    public void Turning_the_list_round_turns_the_names_round()
    {
        GroupProfile[] segments =
        [
            SmallTables.Profile(30_000, 10), SmallTables.Profile(5_000, 20), SmallTables.Profile(3_000, 30),
            SmallTables.Profile(1_000, 40), SmallTables.Profile(900, 45), SmallTables.Profile(300, 150),
        ];

        var forward = SegmentNaming.Name(segments, s_base);
        var backward = SegmentNaming.Name([.. segments.Reverse()], s_base);

        Assert.Equal(forward.AsEnumerable(), backward.Reverse());
    }

    [Fact]
    public void With_another_recipe_segments_of_one_name_say_what_their_members_do_where_that_differs()
    {
        MemberCounts[] members = [Members(active: 100, lost: 0), Members(active: 20, lost: 80), Members(active: 50, lost: 50)];
        var names = SegmentNaming.Name([SmallTables.Profile(300, 40), SmallTables.Profile(300, 40), SmallTables.Profile(300, 40)], s_base, members, keepsStudyNames: false);

        Assert.Equal(["Light Buyers, active", "Light Buyers, lost", "Light Buyers"], names.Select(name => name.English));
        Assert.Equal(["Pequenos Compradores, ativos", "Pequenos Compradores, perdidos", "Pequenos Compradores"], names.Select(name => name.Portuguese));
        Assert.Equal([MemberClaims.Active, MemberClaims.Lost, null], names.Select(SegmentNaming.ClaimOf));
        Assert.Equal(60, SegmentNaming.Judge(names[0], Members(active: 60, lost: 40)).Doubt!.Holds); // people moved members
        Assert.Equal(names.Length, names.Select(name => name.Key).Distinct().Count());
        Assert.DoesNotContain(SegmentNaming.Name([SmallTables.Profile(300, 40), SmallTables.Profile(200, 40)], s_base, [members[0], members[0]], keepsStudyNames: false), name => name.English.Contains(',', StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_of_one_is_called_an_outlier_unless_it_is_everybody_or_the_study_s()
    {
        GroupProfile[] segments = [SmallTables.Profile(30_000, 10) with { Customers = 1 }, SmallTables.Profile(300, 40) with { Customers = 5 }];

        Assert.Equal(["Elite Spenders (an outlier)", "Light Buyers"], SegmentNaming.Name(segments, s_base, keepsStudyNames: false).Select(name => name.English));
        Assert.Equal(["Elite Spenders", "Light Buyers"], SegmentNaming.Name(segments, s_base).Select(name => name.English));
        Assert.Equal("Elite Spenders", Assert.Single(SegmentNaming.Name(segments[..1], s_base, keepsStudyNames: false)).English);
    }

    [Fact]
    public void A_segment_that_spent_most_and_is_silent_is_not_elite()
    {
        var names = SegmentNaming.Name([SmallTables.Profile(30_000, 150), SmallTables.Profile(2_000, 10)], s_base);

        Assert.Equal(["Lapsed High Spenders", "Occasional Buyers"], names.Select(name => name.English));
    }

    [Fact]
    public void The_first_of_a_list_of_small_spenders_is_not_elite()
    {
        var names = SegmentNaming.Name([SmallTables.Profile(1_200, 30), SmallTables.Profile(400, 40)], s_base);

        Assert.Equal(["Average Customers", "Light Buyers"], names.Select(name => name.English));
    }

    [Fact]
    public void Two_alike_that_differ_in_spend_are_told_apart_by_spend()
    {
        var names = SegmentNaming.Name([SmallTables.Profile(2_500, 30), SmallTables.Profile(3_900, 31)], s_base);

        Assert.Equal(["Engaged Shoppers (lower spend)", "Engaged Shoppers (higher spend)"], names.Select(name => name.English));
        Assert.Equal(["Compradores Engajados (gasto menor)", "Compradores Engajados (gasto maior)"], names.Select(name => name.Portuguese));
        Assert.Equal(["engaged-shoppers-lower-spend", "engaged-shoppers-higher-spend"], names.Select(name => name.Key));
    }

    [Fact]
    public void Two_alike_that_differ_in_recency_are_told_apart_by_recency()
    {
        var names = SegmentNaming.Name([SmallTables.Profile(301, 110), SmallTables.Profile(300, 260)], s_base);

        Assert.Equal(["Lost Customers (more recent)", "Lost Customers (less recent)"], names.Select(name => name.English));
    }

    [Fact]
    public void Three_alike_are_told_apart_by_their_order_of_spend_in_words()
    {
        var names = SegmentNaming.Name([SmallTables.Profile(9_000, 10), SmallTables.Profile(50_000, 10), SmallTables.Profile(20_000, 10)], s_base);

        Assert.Equal(["Elite Spenders (third-highest spend)", "Elite Spenders (highest spend)", "Elite Spenders (second-highest spend)"], names.Select(name => name.English));
    }

    [Fact]
    public void A_name_that_is_not_true_of_seven_in_ten_gives_way_to_a_plain_one_and_the_key_stays()
    {
        var members = new[] { Members(active: 20, lost: 80), Members(active: 31, lost: 69) };

        var names = SegmentNaming.Name([SmallTables.Profile(5_000, 150), SmallTables.Profile(300, 150)], s_base, [.. members], keepsStudyNames: false);

        Assert.Equal(["Lapsed High Spenders", "Light Buyers"], names.Select(name => name.English)); // 69 % are lost: "Lost Customers" would need 70
        Assert.Equal(["lapsed-high-spenders", "lost-customers"], names.Select(name => name.Key));
        Assert.All(names, name => Assert.Null(name.Doubt));
    }

    [Fact]
    public void With_the_study_s_recipe_its_names_stay_and_say_how_many_they_are_true_of()
    {
        var names = SegmentNaming.Name([SmallTables.Profile(5_000, 150), SmallTables.Profile(300, 150)], s_base, [Members(active: 40, lost: 60), Members(active: 31, lost: 69)]);

        Assert.Equal(["High Spenders", "Lost Customers"], names.Select(name => name.English)); // the first is none of the study's eight
        Assert.Null(names[0].Doubt);
        Assert.Equal((69, 100), (names[1].Doubt!.Holds, names[1].Doubt!.Customers));
        Assert.Null(SegmentNaming.Judge(names[1], Members(active: 30, lost: 70)).Doubt);
        Assert.Null(SegmentNaming.Judge(names[1] with { English = "Sleepers" }, Members(active: 31, lost: 69)).Doubt); // people's names claim nothing
    }

    [Fact]
    public void Plain_names_that_meet_are_told_apart()
    {
        var names = SegmentNaming.Name(
            [SmallTables.Profile(500, 60), SmallTables.Profile(300, 150), SmallTables.Profile(400, 20)], s_base,
            [Members(active: 60, lost: 40), Members(active: 60, lost: 40), Members(active: 100, lost: 0)], keepsStudyNames: false);

        Assert.Equal(["Light Buyers (more recent)", "Light Buyers (less recent)", "Light Buyers, active"], names.Select(name => name.English));
        Assert.Equal(["fading-customers", "lost-customers", "light-buyers"], names.Select(name => name.Key));
    }

    [Fact]
    public void Twins_still_get_different_names()
    {
        var names = SegmentNaming.Name([SmallTables.Profile(300, 110), SmallTables.Profile(300, 110)], s_base);

        Assert.Equal(2, names.Select(name => name.Key).Distinct().Count());
    }

    [Fact]
    public void A_base_without_revenue_or_recency_has_average_customers_only()
    {
        var names = SegmentNaming.Name([SmallTables.Profile(0, 0)], SmallTables.Profile(0, 0));

        Assert.Equal(["Average Customers"], names.Select(name => name.English));
    }

    private static MemberCounts Members(int active, int lost)
        => new() { Customers = active + lost, New = 0, Active = active, Slipping = 0, Dormant = 0, Lost = lost, BelowAverage = 0, Repeat = 0 };

    [Fact]
    public void Every_place_in_the_plane_lies_in_exactly_one_region()
        => Gen.Select(Gen.Double[0, 40], Gen.Double[0, 4]).Sample((revenue, recency)
            => SegmentRegions.All.Count(region => region.Contains(revenue, recency)) == 1);

    [Fact]
    public void Bounds_belong_to_the_region_above()
    {
        double[] revenues = [0, 0.6, 1.5, 2.4, 4, 8];
        double[] recencies = [0, 0.5, 0.6, 1];

        Assert.All(
            from revenue in revenues from recency in recencies select (revenue, recency),
            place => Assert.Single(SegmentRegions.All, region => region.Contains(place.revenue, place.recency)));
    }

    [Fact]
    public void Regions_have_unique_keys_and_names()
    {
        Assert.Distinct(SegmentRegions.All.Select(region => region.Name.Key));
        Assert.Distinct(SegmentRegions.All.Select(region => region.Name.English));
        Assert.Distinct(SegmentRegions.All.Select(region => region.Name.Portuguese));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_ratio_that_is_none_is_refused(double ratio)
        => Assert.Throws<ArgumentOutOfRangeException>(() => SegmentRegions.Of(ratio, 1));

    [Theory]
    [InlineData(0.86, 0.86)]
    [InlineData(0.86, 1.15)]
    [InlineData(1.15, 0.86)]
    [InlineData(1.15, 1.15)]
    public void Segments_like_the_studys_keep_their_names_when_they_move_by_a_seventh(double spendFactor, double recencyFactor)
    {
        // The study's eight, mean revenue and recency; its base: 1,976.95 and 91.95.
        (string Name, double Revenue, double Recency)[] study =
        [
            ("Elite Spenders", 66_976.12, 10.0), ("Loyal High Spenders", 11_121.43, 19.9), ("Engaged Shoppers", 5_792.23, 29.0),
            ("Occasional Buyers", 3_955.64, 27.9), ("Average Customers", 2_053.71, 44.4), ("Dormant Customers", 1_426.41, 68.2),
            ("Fading Customers", 931.91, 63.9), ("Lost Customers", 470.95, 122.1),
        ];

        Assert.All(study, segment => Assert.Equal(
            segment.Name, SegmentRegions.Of(segment.Revenue * spendFactor / 1_976.95, segment.Recency * recencyFactor / 91.95).Name.English));
    }
}
