using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <summary>Moves what versions before 0.2 stored as settings into tables: audiences, saved views, remembered import choices.</summary>
/// <param name="databasePath">Full path of the database, on the current schema.</param>
/// <remarks>Done once, in one transaction: what is moved is no longer a setting. Owners are looked up by the account name stored with the setting.</remarks>
public sealed class MovedSettings(string databasePath)
{
    private const string AudiencesKey = "audiences";
    private const string MembersPrefix = "audience:";
    private const string SharedViewsKey = "customer-views";
    private const string OwnViewsPrefix = "customer-views/";
    private const string ChoicesPrefix = "import.choices.";

    private readonly DatabaseFile _file = new(databasePath);

    /// <summary>Moves everything.</summary>
    /// <param name="accountIdOf">Finds the account id of a name; null when there is none.</param>
    /// <param name="cancellationToken">Cancels the move; nothing is moved in that case.</param>
    public async Task MoveAsync(Func<string, string?> accountIdOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accountIdOf);
        await using var context = _file.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var settings = await context.Settings.Where(row => row.Key == AudiencesKey || row.Key.StartsWith(MembersPrefix) || row.Key.StartsWith(SharedViewsKey) || row.Key.StartsWith(ChoicesPrefix))
            .OrderBy(row => row.Key).ToListAsync(cancellationToken);
        if (settings.Count == 0)
        {
            return;
        }

        MoveAudiences(context, settings, accountIdOf);
        MoveViews(context, settings, accountIdOf);
        foreach (var choices in settings.Where(row => row.Key.StartsWith(ChoicesPrefix, StringComparison.Ordinal)))
        {
            context.ImportChoices.Add(new ImportChoicesEntity
            {
                HeaderSignature = choices.Key[ChoicesPrefix.Length..],
                Choices = choices.Value,
                ChosenById = accountIdOf(choices.ChangedBy) ?? "",
                ChosenAt = choices.ChangedAt,
            });
        }

        context.Settings.RemoveRange(settings);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static void MoveAudiences(InsidersContext context, List<SettingEntity> settings, Func<string, string?> accountIdOf)
    {
        var members = settings.Where(row => row.Key.StartsWith(MembersPrefix, StringComparison.Ordinal)).ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
        foreach (var audience in settings.Find(row => row.Key == AudiencesKey) is { } list ? JsonSerializer.Deserialize<OldAudience[]>(list.Value) ?? [] : [])
        {
            context.Audiences.Add(new AudienceEntity
            {
                Id = audience.Id,
                Name = audience.Name,
                OwnerId = accountIdOf(audience.Owner) ?? "",
                Owner = audience.Owner,
                Customers = audience.Customers,
                RunId = audience.RunId,
                CreatedAt = audience.CreatedAt,
                IsShared = audience.IsShared,
                DeletedAt = audience.DeletedAt,
            });
            context.AudienceMembers.Add(new AudienceMembersEntity
            {
                AudienceId = audience.Id,
                CustomerIdsJson = members.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{MembersPrefix}{audience.Id}"), "[]"),
            });
        }
    }

    private static void MoveViews(InsidersContext context, List<SettingEntity> settings, Func<string, string?> accountIdOf)
    {
        var position = 0;
        foreach (var row in settings.Where(row => row.Key == SharedViewsKey || row.Key.StartsWith(OwnViewsPrefix, StringComparison.Ordinal)))
        {
            var account = row.Key == SharedViewsKey ? null : row.Key[OwnViewsPrefix.Length..];
            var stored = JsonSerializer.Deserialize<OldViews>(row.Value) ?? new OldViews([], null);
            foreach (var view in stored.Views.IsDefault ? [] : stored.Views)
            {
                context.SavedViews.Add(new SavedViewEntity
                {
                    Id = view.Id,
                    Name = view.Name,
                    Query = view.Query,
                    OwnerId = account ?? accountIdOf(view.Owner) ?? "",
                    Owner = view.Owner,
                    IsShared = account is null,
                    Position = ++position,
                });
            }

            if (account is not null && stored.StandardId is { } standard)
            {
                context.StandardViews.Add(new StandardViewEntity { AccountId = account, ViewId = standard });
            }
        }
    }

    private sealed record OldAudience(long Id, string Name, string Owner, int Customers, long RunId, DateTimeOffset CreatedAt, bool IsShared, DateTimeOffset? DeletedAt);

    private sealed record OldViews(ImmutableArray<OldView> Views, string? StandardId);

    private sealed record OldView(string Id, string Name, string Query, string Owner);
}
