using System.Runtime.CompilerServices;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Runs;
using Insiders.Web.Account.Audit;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Account;

/// <summary>Exports of the accounts and the audit log.</summary>
public static class AccountExports
{
    private const int EntriesAtOnce = 1_000;

    /// <summary>Every entry of the audit log, newest first.</summary>
    public static async Task<ExportTable?> AuditAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var names = await AuditNames.ReadAsync(request.Get<PeopleDirectory>(), request.Get<IRunStore>(), cancellationToken);
        var log = request.Get<IAuditLog>();
        var (newest, total) = await log.ListAsync(0, 1, cancellationToken);
        return ExportTable.Of<AuditEntry>(
            () => Texts.AuditTitle,
            EntriesAsync(log, newest is [var first] ? first.Id : 0, cancellationToken),
            total,
            new(Texts.AuditWhen, ValueKind.Moment, entry => entry.At),
            new(Texts.AuditWho, ValueKind.Text, names.ActorOf),
            new(Texts.AuditWhat, ValueKind.Text, entry => ActionNames.Of(entry.Action)),
            new(Texts.AuditSubject, ValueKind.Text, names.SubjectOf),
            new(Texts.AuditDetail, ValueKind.Text, names.DetailOf));
    }

    /// <summary>Every account, by name.</summary>
    public static async Task<ExportTable?> PeopleAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ExportTable.Of<PersonRow>(
            () => Texts.PeopleTitle,
            await request.Get<PeopleDirectory>().ListAsync(cancellationToken),
            new(Texts.ExportName, ValueKind.Text, person => person.Name),
            new(Texts.ExportEmail, ValueKind.Text, person => person.Email),
            new(Texts.ExportRole, ValueKind.Text, person => RoleNames.Of(person.Role)),
            new(Texts.PeopleState, ValueKind.Text, person => PersonStateNames.Of(person.State)),
            new(Texts.PeopleLastSignIn, ValueKind.Moment, person => person.LastSignInAt));
    }

    // Entries added during the export shift the pages: new ones are not sent, and none is sent twice.
    private static async IAsyncEnumerable<AuditEntry> EntriesAsync(IAuditLog log, long newest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = newest + 1;
        for (var skip = 0; ; skip += EntriesAtOnce)
        {
            var (entries, _) = await log.ListAsync(skip, EntriesAtOnce, cancellationToken);
            foreach (var entry in entries.Where(entry => entry.Id < last))
            {
                yield return entry;
            }

            if (entries.Length < EntriesAtOnce)
            {
                yield break;
            }

            last = entries[^1].Id;
        }
    }
}
