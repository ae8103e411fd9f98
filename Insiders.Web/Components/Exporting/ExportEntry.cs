using Insiders.Core.Application.Access;
using Insiders.Web.Exports;

namespace Insiders.Web.Components.Exporting;

/// <summary>One table that can be exported, at <c>/export/{Key}.csv</c> and <c>/export/{Key}.xlsx</c>.</summary>
/// <param name="Key">Its name in addresses: lower-case letters and dashes.</param>
/// <param name="Role">The lowest role that may export it.</param>
/// <param name="ReadAsync">Reads the table; returns null when the requested data does not exist.</param>
public sealed record ExportEntry(string Key, Role Role, Func<ExportRequest, CancellationToken, Task<ExportTable?>> ReadAsync)
{
    /// <summary>True when the page may show fewer columns than there are: its menu offers both, and <see cref="ExportRequest.AllColumns"/> says which were chosen.</summary>
    public bool HasMoreColumns { get; init; }
}
