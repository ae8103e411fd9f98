using System.Text.Json.Serialization;
using Insiders.Core.Customers.Outlooks;

namespace Insiders.Core.Application.Outlooks;

/// <summary>How outlooks and forecasts are stored.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(BaseOutlook))]
[JsonSerializable(typeof(RevenueForecasts))]
internal sealed partial class OutlookJson : JsonSerializerContext;
