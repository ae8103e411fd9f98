using System.Globalization;
using Insiders.Core.Application.Access;
using Insiders.Core.Import.Sources;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Imports;

/// <summary>A folder on the server whose files are loaded by themselves: each is an import with its own record, and one that fails stays and says so.</summary>
/// <remarks>
/// A file that is loaded moves to the folder <see cref="Loaded"/> in it. One that is not stays, with a note beside it that says why; it is tried again when it has changed or the note is gone.
/// Rows that an earlier file brought are skipped, so a file that is taken twice changes nothing. Used by one thread.
/// </remarks>
public sealed class WatchedFolder(WatchSettings settings, UploadFolder uploads, ImportService imports, IImportJobStore jobs, TimeProvider time)
{
    /// <summary>Where files go that were loaded.</summary>
    public const string Loaded = "loaded";

    /// <summary>What is added to the name of a file for its note.</summary>
    public const string NoteEnding = ".problem";

    private Dictionary<string, (long Length, DateTime Written)> _seen = [];
    private readonly Dictionary<string, (long Length, DateTime Written)> _done = [];

    /// <summary>The files to take now, by name: those that have not changed since the last look, so that none is taken while it is being written.</summary>
    /// <exception cref="IOException">The folder is not there.</exception>
    public IReadOnlyList<string> Look()
    {
        if (settings.Folder is not { } folder)
        {
            return [];
        }

        var now = Directory.EnumerateFiles(folder).Where(file => SourceFiles.IsWanted(file, SourceFiles.Endings)).ToDictionary(file => file, StateOf);
        var due = now.Where(file => _seen.TryGetValue(file.Key, out var before) && before == file.Value && !(_done.TryGetValue(file.Key, out var done) && done == file.Value) && !HasNote(file.Key, file.Value.Written));
        List<string> paths = [.. due.Select(file => file.Key).Order(StringComparer.Ordinal)];
        _seen = now;
        return paths;
    }

    /// <summary>Takes a file in and begins to load it, as files with its headings were loaded before.</summary>
    /// <returns>The job; one that is not queued was refused, or waits for an answer.</returns>
    public async Task<ImportJob> TakeAsync(string path, CancellationToken cancellationToken)
    {
        ImportJob job;
        await using (var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            using var room = uploads.Admit(content.Length);
            job = await uploads.ReceiveAsync(Actor.WatchedFolder, content, Path.GetFileName(path), cancellationToken, room);
        }

        var review = await imports.ReviewAsync(job, cancellationToken);
        if (review.Problem is { } problem)
        {
            job = job with { State = ImportJobState.Failed, Error = problem, FinishedAt = time.GetUtcNow() };
            await jobs.SaveAsync(job, cancellationToken);
            return job;
        }

        if (!review.HasOpenQuestion && (await imports.StartAsync(Actor.WatchedFolder, review, cancellationToken)).Problem is { } refusal)
        {
            return job with { State = ImportJobState.Failed, Error = refusal };
        }

        return await jobs.FindAsync(job.Id, cancellationToken) ?? job;
    }

    /// <summary>Puts a file away whose job has ended, or says beside it why it stays.</summary>
    public void Finish(string path, ImportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job.State == ImportJobState.Succeeded)
        {
            PutAway(path);
        }
        else
        {
            Note(path, job.State == ImportJobState.Uploaded ? Problem.Of(ProblemCode.WatchedQuestion) : job.Error ?? Problem.Of(ProblemCode.WatchedStopped));
        }
    }

    /// <summary>Says beside a file why it stays.</summary>
    public void Note(string path, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        _done[path] = StateOf(path);
        File.WriteAllText(path + NoteEnding, string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-dd HH:mm} UTC: {problem.Sentence}\nThe file is tried again when it changes or this note is deleted.\n"));
        _done.Remove(path);
    }

    private void PutAway(string path)
    {
        // Where it cannot be moved it is at least not taken again while the site runs.
        _done[path] = StateOf(path);
        var folder = Directory.CreateDirectory(Path.Combine(settings.Folder!, Loaded)).FullName;
        var name = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{Path.GetFileName(path)}");
        File.Move(path, Path.Combine(folder, name));
        File.Delete(path + NoteEnding);
        _done.Remove(path);
    }

    private static bool HasNote(string path, DateTime written) => File.Exists(path + NoteEnding) && File.GetLastWriteTimeUtc(path + NoteEnding) >= written;

    private static (long Length, DateTime Written) StateOf(string path) => new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;
}
