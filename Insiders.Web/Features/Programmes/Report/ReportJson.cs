using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>How a report is kept.</summary>
[JsonSerializable(typeof(ImmutableArray<ReportAnswer>))]
internal sealed partial class ReportJson : JsonSerializerContext;
