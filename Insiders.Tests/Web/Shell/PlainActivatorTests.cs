using Insiders.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Shell;

public sealed class PlainActivatorTests
{
    [Fact]
    public void A_component_is_made_anew_each_time_with_or_without_services_in_its_constructor()
    {
        using var services = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider();
        var activator = new PlainActivator(services);

        Assert.NotSame(Assert.IsType<Plain>(activator.CreateInstance(typeof(Plain))), activator.CreateInstance(typeof(Plain)));
        Assert.Same(TimeProvider.System, Assert.IsType<Asking>(activator.CreateInstance(typeof(Asking))).Time);
    }

    private sealed class Plain : ComponentBase;

    private sealed class Asking(TimeProvider time) : ComponentBase
    {
        public TimeProvider Time => time;
    }
}
