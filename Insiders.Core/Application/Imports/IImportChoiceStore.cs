namespace Insiders.Core.Application.Imports;

/// <summary>How files were read before, by their headers, so that the next file like them is read the same.</summary>
public interface IImportChoiceStore
{
    /// <summary>What was chosen for files with these headers; null when none was imported yet.</summary>
    /// <param name="headerSignature">See <see cref="Import.SalesFileHead.Signature"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<ImportChoices?> FindAsync(string headerSignature, CancellationToken cancellationToken);

    /// <summary>Keeps what was chosen, in place of what was.</summary>
    Task SaveAsync(string headerSignature, ImportChoices choices, string chosenById, DateTimeOffset now, CancellationToken cancellationToken);
}
