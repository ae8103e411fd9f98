using Insiders.Core.Application.Access;
using Insiders.Web.Exports;

namespace Insiders.Web.Components.Exporting;

/// <summary>One table that can be had as a file, at <c>/export/{Key}.csv</c> and <c>/export/{Key}.xlsx</c>.</summary>
/// <param name="Key">Its name in addresses: small letters and dashes.</param>
/// <param name="Role">Who may have it.</param>
/// <param name="ReadAsync">The table; null when there is none of what the address asks for.</param>
public sealed record ExportEntry(string Key, Role Role, Func<ExportRequest, CancellationToken, Task<ExportTable?>> ReadAsync)
{
    /// <summary>True where the page shows fewer columns than there are: its menu offers both, and <see cref="ExportRequest.AllColumns"/> says which are asked for.</summary>
    public bool HasMoreColumns { get; init; }
}
