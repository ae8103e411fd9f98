using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Insiders.Core.Application.PublishedRuns;

namespace Insiders.Core.Application.Analyses;

/// <inheritdoc/>
/// <typeparam name="T">Its result: a plain record. It holds segment ids, never names, for people rename segments.</typeparam>
/// <param name="key">As for the base.</param>
/// <param name="version">As for the base.</param>
/// <param name="json">How the result is serialised.</param>
public abstract class RunAnalysis<T>(string key, int version, JsonTypeInfo<T> json) : RunAnalysis(key, version)
    where T : class
{
    /// <summary>Computes the result.</summary>
    /// <param name="run">The published run. Its sales may be missing, which is a result, too.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it when the site stops.</param>
    public abstract Task<T> ComputeAsync(PublishedRun run, IProgress<double> progress, CancellationToken cancellationToken);

    /// <summary>The stored form of a result.</summary>
    public virtual byte[] Write(T result) => JsonSerializer.SerializeToUtf8Bytes(result, json);

    /// <summary>The result of its stored form.</summary>
    /// <exception cref="JsonException">It was damaged.</exception>
    public virtual T Read(byte[] content) => JsonSerializer.Deserialize(content, json) ?? throw new JsonException($"The stored analysis '{Key}' is empty.");

    /// <inheritdoc/>
    internal sealed override Task PrepareAsync(RunAnalysisService analyses, PublishedRun run, CancellationToken cancellationToken) => analyses.FindAsync(this, run, cancellationToken);
}
