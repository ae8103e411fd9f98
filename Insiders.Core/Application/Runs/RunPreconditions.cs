using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Runs;

/// <summary>Checks before a run begins that the ledger folder and all imported sales exist and that there is room for the result.</summary>
public sealed class RunPreconditions(IRunStore store, IImportStore imports, SalesLedger ledger, DataFolder folder, DiskSpace space)
{
    private const int FilesNamed = 5;

    /// <summary>Throws when a run cannot begin.</summary>
    /// <exception cref="DiskRefusalException">A precondition fails; the problem says which.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder.Ledger))
        {
            throw new DiskRefusalException(await FindMissingAsync(cancellationToken) ?? Problem.Of(ProblemCode.FileAccess, folder.Ledger));
        }

        if (await FindMissingAsync(cancellationToken) is { } missing)
        {
            throw new DiskRefusalException(missing);
        }

        var last = (await store.ListRunsAsync(cancellationToken)).FirstOrDefault(run => run.Customers is not null);
        space.Require(space.OfRun(last?.Customers ?? 0));
    }

    /// <summary>Finds imports on record whose sales files are missing. A run without them would silently give other results.</summary>
    /// <returns>Null when none is missing.</returns>
    public async Task<Problem?> FindMissingAsync(CancellationToken cancellationToken)
    {
        var present = Directory.Exists(folder.Ledger) ? ledger.Imports().Select(import => import.Id).ToHashSet(StringComparer.Ordinal) : [];
        var missing = (await imports.ListImportsAsync(cancellationToken)).Where(import => import.UndoneAt is null && !present.Contains(import.Id)).ToArray();
        return missing.Length == 0 ? null
            : Problem.Of(ProblemCode.SalesMissing, missing.Length, string.Join(", ", missing.Take(FilesNamed).Select(import => import.FileName)) + (missing.Length > FilesNamed ? ", …" : ""));
    }
}
