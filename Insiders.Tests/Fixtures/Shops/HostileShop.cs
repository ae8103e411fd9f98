using System.Security.Claims;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Holdouts;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.SavedViews;
using Insiders.Core.Application.Segments;
using Insiders.Core.Application.Settings;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Statistics.Experiments;
using Insiders.Core.Storage;
using Insiders.Web.Account;
using Insiders.Web.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>
/// A site with a ledger of hostile names, imported and run like any other; an analyst has given its segments hostile names and levers, and
/// saved an audience and a view under one. The organisation and its administrator have such names too.
/// </summary>
public sealed class HostileShop : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("insiders-hostile-");

    /// <summary>The site.</summary>
    public SiteFactory Site { get; } = new();

    /// <summary>The ledger as a file.</summary>
    public string LedgerFile => Path.Combine(_folder.FullName, "sales.csv");

    /// <summary>The published run, its segments as the analyst named them.</summary>
    public PublishedRunRow Published { get; private set; } = null!;

    /// <summary>The import of the ledger.</summary>
    public string ImportId { get; private set; } = "";

    /// <summary>The audience, of the first two customers.</summary>
    public long AudienceId { get; private set; }

    /// <summary>A hold-out of one customer.</summary>
    public long HoldoutId { get; private set; }

    /// <summary>An audience by rule, which two runs answered differently.</summary>
    public long RuleId { get; private set; }

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(LedgerFile, HostileNames.Ledger());
        Site.Settings["Insiders:Setup:Ledger"] = LedgerFile;
        Site.Settings["Insiders:Setup:AdminName"] = HostileNames.Markup;
        var store = new RunStore(Path.Combine(Site.DataFolder, "insiders.db"));
        await store.MigrateAsync(CancellationToken.None);
        // Countries that are not on the map are kept, because pages must show them.
        await store.QueueRunAsync(RunHouse.Quick with { Cleaning = CleaningSettings.Default with { DisabledRules = ["unplaced-country"] } }, HostileNames.Formula, SavedRuns.Noon, CancellationToken.None);
        store.ReleaseFile();
        Site.Serve();
        for (var i = 0; i < 600 && await store.FindPublishedAsync(CancellationToken.None) is null; i++)
        {
            await Task.Delay(100);
        }

        ImportId = (await new ImportStore(Path.Combine(Site.DataFolder, "insiders.db")).ListImportsAsync(CancellationToken.None)).Single().Id;
        await NameAsync((await store.FindPublishedAsync(CancellationToken.None) ?? throw new InvalidOperationException("The hostile ledger's run was not published in a minute.")).Segments.Select(segment => segment.SegmentId));
        Published = (await store.FindPublishedAsync(CancellationToken.None))!;
        store.ReleaseFile();
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task NameAsync(IEnumerable<long> segmentIds)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        ClaimsPrincipal analyst = await services.GetRequiredService<SignInManager<Person>>().CreateUserPrincipalAsync(await Site.PersonAsync(Roles.Analyst));
        analyst.Identities.First().AddClaim(Sessions.Begin());
        var actor = analyst.ToActor();
        foreach (var (id, place) in segmentIds.Select((id, place) => (id, place)))
        {
            await services.GetRequiredService<SegmentService>().ChangeAsync(actor, new SegmentChange.Rename(id, HostileNames.Of(place), HostileNames.Of(place + 1)), CancellationToken.None);
            await services.GetRequiredService<SegmentService>().ChangeAsync(actor, new SegmentChange.SetLever(id, HostileNames.Of(place), HostileNames.Of(place + 1)), CancellationToken.None);
        }

        var known = (await services.GetRequiredService<PublishedRunCache>().FindAsync(CancellationToken.None))!;
        var audiences = services.GetRequiredService<AudienceService>();
        var rows = new[] { HostileNames.Markup, HostileNames.Formula }.Select(id => known.Customers.FindRow(id)!.Value);
        var audience = (await audiences.SaveAsync(actor, HostileNames.Markup, known.Customers, [.. rows], known.Run.Run.Id, CancellationToken.None)).Value;
        await audiences.ShareAsync(actor, audience.Id, isShared: true, CancellationToken.None);
        AudienceId = audience.Id;

        // A rule that an earlier run answered otherwise.
        var rule = (await audiences.SaveRuleAsync(actor, HostileNames.Formula, new() { Countries = [known.Customers.Countries[0]] }, known, CancellationToken.None)).Value;
        await audiences.ShareAsync(actor, rule.Id, isShared: true, CancellationToken.None);
        RuleId = rule.Id;
        var earlier = await services.GetRequiredService<IRunStore>().QueueRunAsync(RunHouse.Quick, HostileNames.Markup, SavedRuns.Noon, CancellationToken.None);
        await services.GetRequiredService<IRunStore>().CancelRunAsync(earlier, SavedRuns.Noon, CancellationToken.None);
        await services.GetRequiredService<IAudienceStore>().RecordAsync([new(rule.Id, earlier, known.Cleaning.FirstDate, [HostileNames.Markup])], CancellationToken.None);
        await services.GetRequiredService<ProgrammeService>().DecideAsync(actor, HostileNames.Formula, null, HostileNames.Markup, null, CancellationToken.None);
        HoldoutId = await services.GetRequiredService<IHoldoutStore>().CreateAsync(
            new(0, HostileNames.Formula, OutlookGroup.Base, null, HoldoutMetric.Revenue, new(2017, 1, 1), 30, 0.5, 1, SavedRuns.Noon, HostileNames.Markup),
            [new(HostileNames.Formula, "1", Arm.Withheld)], new AuditEntry(0, SavedRuns.Noon, "ana", "holdout.created", HostileNames.Formula), CancellationToken.None);
        await services.GetRequiredService<SavedViewService>().AddAsync(actor, HostileNames.Markup, $"country={Uri.EscapeDataString(HostileNames.Formula)}", isShared: true, CancellationToken.None);
        var admin = new Actor((await Site.PersonAsync(Roles.Admin)).Id, HostileNames.Formula, Role.Admin);
        await services.GetRequiredService<SettingsService>().SaveAsync(admin, new InstallationGeneral { Name = HostileNames.Markup, Currency = "GBP" }, CancellationToken.None);
    }
}
