using System.Collections.Immutable;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Cleaning;
using Insiders.Core.Import;

namespace Insiders.Web.Features.Data;

/// <summary>What the data page shows.</summary>
/// <param name="Imports">Every import, newest first, those undone included.</param>
/// <param name="JobOf">The upload of an import, where its rejected rows can be had.</param>
/// <param name="Published">The run that pages show; null when there is none.</param>
/// <param name="Cleaning">Its waterfall.</param>
/// <param name="IsFresh">True when the published run saw the ledger as it is now.</param>
/// <param name="Stray">Rows of the imports whose dates cannot be right; null when there are none.</param>
public sealed record DataViewModel(
    ImmutableArray<ImportRecord> Imports, ImmutableDictionary<string, string> JobOf, PublishedRunRow? Published, CleaningReport? Cleaning, bool IsFresh, StrayDates? Stray = null)
{
    /// <summary>Imports whose rows count.</summary>
    public IEnumerable<ImportRecord> Standing => Imports.Where(import => import.UndoneAt is null);
}
