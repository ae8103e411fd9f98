using System.Collections.Immutable;
using Insiders.Core.Import;
using Insiders.Core.Storage;

namespace Insiders.Web.Features.Data;

/// <summary>What an import brought.</summary>
/// <param name="Import">Its counts.</param>
/// <param name="Rejects">The first rejected rows.</param>
/// <param name="HasFile">True when the rejected rows can be downloaded, mended and loaded again.</param>
/// <param name="Warnings">What it should be looked at again for, in sentences.</param>
/// <param name="Stray">Those of the rejected whose dates cannot be right; null when there are none.</param>
public sealed record ImportOutcome(ImportRecord Import, ImmutableArray<RejectedRow> Rejects, bool HasFile, ImmutableArray<string> Warnings, StrayDates? Stray = null);
