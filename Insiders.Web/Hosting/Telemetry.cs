using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Insiders.Web.Hosting;

/// <summary>Traces and metrics of the product; nothing is exported until an endpoint is configured.</summary>
public static class Telemetry
{
    /// <summary>Name of the source of traces and of the meter.</summary>
    public const string Name = "Insiders";

    private static readonly Meter s_meter = new(Name);

    /// <summary>Spans of runs and imports.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Runs that ended, by outcome.</summary>
    public static Counter<long> Runs { get; } = s_meter.CreateCounter<long>("insiders.runs", description: "Runs that ended, by outcome");

    /// <summary>Seconds a run took.</summary>
    public static Histogram<double> RunSeconds { get; } = s_meter.CreateHistogram<double>("insiders.run.duration", "s", "Time a run took");

    /// <summary>Imports that ended, by outcome.</summary>
    public static Counter<long> Imports { get; } = s_meter.CreateCounter<long>("insiders.imports", description: "Imports that ended, by outcome");

    /// <summary>Rows of imported files, by outcome: loaded, skipped, rejected.</summary>
    public static Counter<long> ImportedRows { get; } = s_meter.CreateCounter<long>("insiders.import.rows", "{row}", "Rows of imported files, by outcome");

    /// <summary>Seconds an import took.</summary>
    public static Histogram<double> ImportSeconds { get; } = s_meter.CreateHistogram<double>("insiders.import.duration", "s", "Time an import took");
}
