using System.Collections.Concurrent;
using Insiders.Benchmarks.Load;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Setup;
using Insiders.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Load;

public sealed class BrowsingPeopleTests
{
    [Fact]
    public async Task People_of_every_role_browse_without_an_error_while_the_invented_shop_is_segmented()
    {
        await using var site = new SiteFactory();
        await site.InitializeAsync();
        var address = site.Serve();
        await site.Services.GetRequiredService<IImportStore>().MarkImportUndoneAsync("000001-sample", "ana", SavedRuns.Noon, CancellationToken.None); // its sales are nowhere
        await site.Services.GetRequiredService<DemoShop>().LoadAsync(Actor.Program, CancellationToken.None);
        var run = (await site.Services.GetRequiredService<RunService>().StartAsync(Actor.Program, Recipe.Study, publish: false, CancellationToken.None)).Value;
        var visits = new ConcurrentQueue<Visit>();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(12));

        await Task.WhenAll(Roles.All.Select(async (role, i) =>
        {
            using var user = new SimulatedUser(address, (await site.PersonAsync(role)).Email!, SignedIn.Password, i);
            await user.SignInAsync(CancellationToken.None);
            var others = PageCatalog.All.Where(page => (int)page.Role <= i).Select(page => (page.Address, page.Title()));
            await user.BrowseAsync(Tour.Of(role, others), [run], visits.Enqueue, TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.6), stop.Token);
        }));

        Assert.Equal([], visits.Where(visit => visit.Error is not null).Select(visit => $"{visit.Page}: {visit.Error}"));
        Assert.Contains(visits, visit => !visit.IsFetched);
        Assert.True(visits.Select(visit => visit.Page).Distinct().Count() >= 4);
        Assert.NotEqual(RunState.Failed, (await site.Services.GetRequiredService<IRunStore>().FindRunAsync(run, CancellationToken.None))!.Summary.State);

        // On a slow machine it goes on: it must have let go of the folder before that is removed.
        var runStatus = site.Services.GetRequiredService<RunStatusBroadcaster>();
        site.Services.GetRequiredService<CurrentRun>().Cancel(run);
        for (var i = 0; i < 300 && runStatus.Current is RunStatus.Busy; i++)
        {
            await Task.Delay(100);
        }
    }
}
