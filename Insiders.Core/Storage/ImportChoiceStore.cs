using Insiders.Core.Application.Imports;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <inheritdoc/>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> creates its tables.</param>
public sealed class ImportChoiceStore(string databasePath) : IImportChoiceStore
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task<ImportChoices?> FindAsync(string headerSignature, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var json = await context.ImportChoices.Where(row => row.HeaderSignature == headerSignature).Select(row => row.Choices).SingleOrDefaultAsync(cancellationToken);
        return json is null ? null : ImportChoices.FromJson(json);
    }

    /// <inheritdoc/>
    public async Task SaveAsync(string headerSignature, ImportChoices choices, string chosenById, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choices);
        await using var context = _file.Context();
        var exists = await context.ImportChoices.AnyAsync(row => row.HeaderSignature == headerSignature, cancellationToken);
        context.Update(new ImportChoicesEntity { HeaderSignature = headerSignature, Choices = choices.ToJson(), ChosenById = chosenById, ChosenAt = now }).State = exists ? EntityState.Modified : EntityState.Added;
        await context.SaveChangesAsync(cancellationToken);
    }
}
