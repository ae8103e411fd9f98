using Insiders.Core.Analysis;
using Insiders.Core.Clustering;
using Insiders.Core.Features;
using Insiders.Web.Shared;
using Insiders.Web.Shared.Address;
using Insiders.Web.Shared.Base;
using Insiders.Web.Shared.Exports;
using Insiders.Web.Worker;

namespace Insiders.Web.Features.Explore;

/// <summary>The customers picked on the map of customers, as files.</summary>
public static class ExploreExports
{
    /// <summary>Exactly those picked, in the order of the list, with every feature; null while no run is published, and for an audience that is not there or not theirs.</summary>
    public static async Task<ExportTable?> PickedAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.Get<BaseDesk>().FindAsync(cancellationToken) is not { } published)
        {
            return null;
        }

        var customers = published.Customers;
        var state = ExploreState.Read(new AddressQuery([.. request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))]), customers);
        var person = Acting.Name(request.Person);
        var members = await request.Get<AudienceDesk>().FindMembersAsync(state.AudienceId, person, cancellationToken);
        if (state.AudienceId is not null && members is null)
        {
            return null;
        }

        var rows = customers.Sort(CustomerPick.Of(customers, state, members).Picked, state.Order);
        List<ExportField<int>> fields =
        [
            new(Texts.ExploreCustomer, ExportKind.Text, row => customers.Ids[row]),
            new(Texts.ColumnSegment, ExportKind.Text, row => customers.SegmentAt(row) is { } segment ? Figures.NameOf(segment.Segment.Name) : null),
            new(Texts.ExploreClusterWord, ExportKind.Whole, row => customers.Clusters[row] == Partition.Noise ? null : customers.Clusters[row]),
            new(Texts.ExploreCountry, ExportKind.Text, row => customers.Countries[row]),
            .. customers.FeatureNames.Select(feature => new ExportField<int>(FeatureWords.NameOf(feature), KindOf(feature), row => customers.Feature(feature)[row])),
        ];
        return ExportTable.Of(Texts.ExploreList, rows, fields);
    }

    private static ExportKind KindOf(string feature) => CustomerBase.UnitOf(feature) switch
    {
        FeatureUnit.Money => ExportKind.Money,
        FeatureUnit.Share => ExportKind.Share,
        _ => ExportKind.Number,
    };
}
