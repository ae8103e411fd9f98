using Insiders.Core.Application.Runs;
using Insiders.Core.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <content>Publications.</content>
public sealed partial class RunStore
{
    /// <summary>Every page asks this.</summary>
    private static readonly Func<InsidersContext, CancellationToken, Task<long?>> s_publicationId =
        EF.CompileAsyncQuery((InsidersContext context, CancellationToken _) => context.Publications.Max(publication => (long?)publication.Id));

    /// <inheritdoc/>
    public async Task<long?> FindPublicationIdAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        return await s_publicationId(context, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Publication?> FindPublicationBeforeAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        if (await FindPublicationAsync(context, cancellationToken) is not { } current)
        {
            return null;
        }

        return await context.Publications.Where(publication => publication.RunId != current.RunId).OrderByDescending(publication => publication.Id)
            .Select(publication => new Publication(publication.Id, publication.RunId, publication.PublishedAt)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The current publication; null until there is one.</summary>
    internal static Task<PublicationEntity?> FindPublicationAsync(InsidersContext context, CancellationToken cancellationToken)
        => context.Publications.AsNoTracking().OrderByDescending(publication => publication.Id).FirstOrDefaultAsync(cancellationToken);
}
