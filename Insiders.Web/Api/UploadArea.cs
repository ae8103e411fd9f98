using System.Collections.Concurrent;
using Insiders.Core.Storage;
using Insiders.Web.Worker;

namespace Insiders.Web.Api;

/// <summary>Where uploaded files wait to be imported: written beside and renamed, so that what is there is whole.</summary>
public sealed class UploadArea(DataFolder folder, UploadSettings settings, ImportJobStore jobs, AuditLog audit, TimeProvider time)
{
    private const string Unfinished = ".part";
    private const int ChunkBytes = 256 * 1024;
    private const long CheckEveryBytes = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, bool> _arriving = new();

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

    /// <summary>Refuses what would fill the disk, before a byte of it is read.</summary>
    /// <param name="bytes">How many are announced; null when nobody said.</param>
    /// <exception cref="UploadRefusedException">It is too large, or the disk has no room for it.</exception>
    public void Admit(long? bytes)
    {
        if (bytes > settings.MaxBytes)
        {
            throw TooLarge();
        }

        Directory.CreateDirectory(folder.Uploads);
        var free = new DriveInfo(folder.Uploads).AvailableFreeSpace;
        if (free - (bytes ?? 0) < settings.ReserveBytes)
        {
            throw new UploadRefusedException(StatusCodes.Status507InsufficientStorage, Shared.Figures.Fill(Texts.DataUploadNoRoom, Shared.Figures.Size(bytes ?? 0), Shared.Figures.Size(free)));
        }
    }

    /// <summary>Takes a file in.</summary>
    /// <param name="content">Its bytes, read to the end.</param>
    /// <param name="sentName">What the browser called it.</param>
    /// <param name="actor">Who uploads.</param>
    /// <param name="cancellationToken">Stops it; nothing stays.</param>
    /// <returns>The job, in state <see cref="ImportJobState.Uploaded"/>.</returns>
    /// <exception cref="UploadRefusedException">It is empty or too large, or the disk is full.</exception>
    public async Task<ImportJob> ReceiveAsync(Stream content, string? sentName, string actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var job = new ImportJob(Guid.NewGuid().ToString("N"), UploadedName.Of(sentName), ImportJobState.Uploaded, actor, time.GetUtcNow());
        var part = PathOf(job) + Unfinished;
        _arriving[part] = true;
        try
        {
            Directory.CreateDirectory(folder.Uploads);
            long length;
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
            {
                length = await CopyAsync(content, file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            if (length == 0)
            {
                throw new UploadRefusedException(StatusCodes.Status400BadRequest, Shared.Figures.Fill(Texts.DataUploadEmpty, job.FileName));
            }

            File.Move(part, PathOf(job));
            await SaveAsync(job, cancellationToken);
            await audit.AddAsync(new AuditEntry(0, job.UploadedAt, actor, "file.uploaded", job.FileName, Shared.Figures.Fill("{0} bytes", length)), cancellationToken);
            return job;
        }
        finally
        {
            File.Delete(part);
            _arriving.TryRemove(part, out _);
        }
    }

    /// <summary>Forgets the file of a job.</summary>
    public void Remove(ImportJob job) => File.Delete(PathOf(job));

    /// <summary>Removes files that no job wants: those of uploads that were cut off before their job was written, and of jobs that have ended well.</summary>
    /// <param name="known">All jobs.</param>
    public void RemoveUnknown(IReadOnlyList<ImportJob> known)
    {
        var wanted = known.Where(job => job.State != ImportJobState.Succeeded).Select(PathOf).Concat(known.Select(RejectsOf)).ToHashSet(StringComparer.Ordinal);
        foreach (var path in (Directory.Exists(folder.Uploads) ? Directory.EnumerateFiles(folder.Uploads) : []).Where(path => !wanted.Contains(path) && !_arriving.ContainsKey(path)))
        {
            File.Delete(path);
        }
    }

    /// <summary>Removes what uploads left that a killed process did not finish, and nothing that arrives just now.</summary>
    public void RemoveUnfinished()
    {
        foreach (var path in (Directory.Exists(folder.Uploads) ? Directory.EnumerateFiles(folder.Uploads, "*" + Unfinished) : []).Where(path => !_arriving.ContainsKey(path)))
        {
            File.Delete(path);
        }
    }

    private async Task SaveAsync(ImportJob job, CancellationToken cancellationToken)
    {
        try
        {
            await jobs.SaveAsync(job, cancellationToken);
        }
        catch
        {
            // Nobody would find the file again.
            Remove(job);
            throw;
        }
    }

    private async Task<long> CopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        var chunk = new byte[ChunkBytes];
        long length = 0, checkAt = CheckEveryBytes;
        for (int read; (read = await content.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            length += read;
            if (length > settings.MaxBytes)
            {
                throw TooLarge();
            }

            if (length > checkAt)
            {
                Admit(null);
                checkAt += CheckEveryBytes;
            }

            await file.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }

        return length;
    }

    private UploadRefusedException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, Shared.Figures.Fill(Texts.DataUploadTooLarge, Shared.Figures.Size(settings.MaxBytes)));
}
