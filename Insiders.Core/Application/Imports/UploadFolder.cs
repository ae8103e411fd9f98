using System.Collections.Concurrent;
using System.Globalization;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Disk;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Imports;

/// <summary>Where uploaded files wait to be imported: written beside and renamed, so that what is there is whole.</summary>
public sealed class UploadFolder(DataFolder folder, UploadSettings settings, IImportJobStore jobs, AccessCheck access, TimeProvider time)
{
    private const string Unfinished = ".part";
    private const int ChunkBytes = 256 * 1024;
    private const long CheckEveryBytes = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, bool> _arriving = new();
    private long _announced;

    /// <summary>Why a file is refused that is larger than may be taken.</summary>
    /// <param name="most">As many bytes are taken; the largest upload unless said.</param>
    public Problem TooLarge(long? most = null) => Problem.Of(ProblemCode.UploadTooLarge, ProblemValue.Bytes(most ?? settings.MaxBytes));

    /// <summary>Where the file of a job lies.</summary>
    public string PathOf(ImportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Path.Combine(folder.Uploads, job.Id + ".upload");
    }

    /// <summary>Where the rejected rows of a job lie once it has been imported, if it had any.</summary>
    public string RejectsOf(ImportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Path.Combine(folder.Uploads, job.Id + ".rejects.csv");
    }

    /// <summary>Refuses what would fill the disk, before a byte of it is read, and keeps room for what is taken.</summary>
    /// <param name="bytes">How many are announced; null when nobody said.</param>
    /// <param name="most">As many are taken; the largest upload unless said.</param>
    /// <returns>The room, to be disposed when the request ends.</returns>
    /// <exception cref="UploadRefusedException">It is too large, or the disk has no room for it.</exception>
    public SpaceReservation Admit(long? bytes, long? most = null)
    {
        if (bytes > (most ?? settings.MaxBytes))
        {
            throw new UploadRefusedException(TooLarge(most));
        }

        var room = new SpaceReservation(bytes ?? 0, length => Interlocked.Add(ref _announced, -length));
        Interlocked.Add(ref _announced, bytes ?? 0);
        try
        {
            ThrowIfFull(bytes ?? 0);
            return room;
        }
        catch
        {
            room.Dispose();
            throw;
        }
    }

    /// <summary>Takes a file in.</summary>
    /// <param name="actor">Who uploads.</param>
    /// <param name="content">Its bytes, read to the end.</param>
    /// <param name="sentName">What the browser called it.</param>
    /// <param name="cancellationToken">Stops it; nothing stays.</param>
    /// <param name="room">The room that was kept for the request.</param>
    /// <returns>The job, in state <see cref="ImportJobState.Uploaded"/>.</returns>
    /// <exception cref="UploadRefusedException">The actor may not upload, or it is empty or too large, or the disk is full.</exception>
    public async Task<ImportJob> ReceiveAsync(Actor actor, Stream content, string? sentName, CancellationToken cancellationToken, SpaceReservation? room = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            throw new UploadRefusedException(refusal);
        }

        var job = new ImportJob(Guid.NewGuid().ToString("N"), UploadedName.Of(sentName), ImportJobState.Uploaded, actor.Name, time.GetUtcNow());
        var part = PathOf(job) + Unfinished;
        _arriving[part] = true;
        try
        {
            folder.Make(folder.Uploads);
            var length = await StageAsync(content, part, room, cancellationToken);
            if (length == 0)
            {
                throw new UploadRefusedException(Problem.Of(ProblemCode.UploadEmpty, job.FileName));
            }

            File.Move(part, PathOf(job));
            await SaveAsync(job, new AuditEntry(0, job.UploadedAt, actor.Name, "file.uploaded", job.FileName, string.Create(CultureInfo.InvariantCulture, $"{length} bytes")), cancellationToken);
            return job;
        }
        finally
        {
            File.Delete(part);
            _arriving.TryRemove(part, out _);
        }
    }

    /// <summary>Writes an upload to a new file, within the same limits; the caller deletes it.</summary>
    /// <returns>Its length in bytes.</returns>
    /// <exception cref="UploadRefusedException">It is too large, or the disk is full.</exception>
    public async Task<long> StageAsync(Stream content, string path, SpaceReservation? room, CancellationToken cancellationToken, long? most = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        var length = await CopyAsync(content, file, room, most, cancellationToken);
        file.Flush(flushToDisk: true);
        return length;
    }

    /// <summary>Forgets the file of a job.</summary>
    public void Remove(ImportJob job) => File.Delete(PathOf(job));

    /// <summary>Removes files that no job wants: those of uploads that were cut off, in the middle or before their job was written, and of jobs that have ended well; nothing that arrives just now.</summary>
    /// <param name="known">All jobs.</param>
    public void RemoveUnknown(IReadOnlyList<ImportJob> known)
    {
        var wanted = known.Where(job => job.State != ImportJobState.Succeeded).Select(PathOf).Concat(known.Select(RejectsOf)).ToHashSet(StringComparer.Ordinal);
        foreach (var path in (Directory.Exists(folder.Uploads) ? Directory.EnumerateFiles(folder.Uploads) : []).Where(path => !wanted.Contains(path) && !_arriving.ContainsKey(path)))
        {
            File.Delete(path);
        }
    }

    private async Task SaveAsync(ImportJob job, AuditEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await jobs.SaveAsync(job, cancellationToken, entry);
        }
        catch
        {
            // Nobody would find the file again.
            Remove(job);
            throw;
        }
    }

    private async Task<long> CopyAsync(Stream content, FileStream file, SpaceReservation? room, long? most, CancellationToken cancellationToken)
    {
        var chunk = new byte[ChunkBytes];
        long length = 0, checkAt = CheckEveryBytes;
        for (int read; (read = await content.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            length += read;
            if (length > (most ?? settings.MaxBytes))
            {
                throw new UploadRefusedException(TooLarge(most));
            }

            if (length > checkAt)
            {
                ThrowIfFull(0);
                checkAt += CheckEveryBytes;
            }

            await file.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            room?.Wrote(read);
        }

        return length;
    }

    // What others announced and have not written yet is as good as taken.
    private void ThrowIfFull(long bytes)
    {
        folder.Make(folder.Uploads);
        var free = new DriveInfo(folder.Uploads).AvailableFreeSpace;
        if (free - Interlocked.Read(ref _announced) < settings.ReserveBytes)
        {
            throw new UploadRefusedException(Problem.Of(ProblemCode.UploadNoRoom, ProblemValue.Bytes(bytes), ProblemValue.Bytes(free)));
        }
    }

}
