using System.Collections.Immutable;

namespace Insiders.Core.Storage;

/// <summary>One page of a run's customers.</summary>
/// <param name="Total">Customers that pass the filter, on all pages.</param>
/// <param name="FeatureNames">Names of the features of each row.</param>
/// <param name="Rows">The customers of this page, in the order asked for.</param>
public sealed record CustomerPage(int Total, ImmutableArray<string> FeatureNames, ImmutableArray<CustomerRow> Rows);
