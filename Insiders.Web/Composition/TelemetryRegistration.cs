using Insiders.Web.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Insiders.Web.Composition;

/// <summary>What the site tells of itself.</summary>
internal static class TelemetryRegistration
{
    /// <summary>Traces, metrics and structured logs: nothing is sent until somebody names an endpoint.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.Equals(builder.Configuration["Insiders:Logs"], "json", StringComparison.OrdinalIgnoreCase))
        {
            builder.Logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        }

        // The exporters read the names that OpenTelemetry gave these settings; ours win over them.
        foreach (var (own, standard) in new[] { ("Insiders:Telemetry:Endpoint", "OTEL_EXPORTER_OTLP_ENDPOINT"), ("Insiders:Telemetry:Protocol", "OTEL_EXPORTER_OTLP_PROTOCOL") })
        {
            if (builder.Configuration[own] is { Length: > 0 } value)
            {
                builder.Configuration[standard] = value;
            }
        }

        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Telemetry.Name))
            .WithTracing(tracing => tracing.AddSource(Telemetry.Name, "Microsoft.AspNetCore").AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting").AddOtlpExporter());
    }
}
