using Microsoft.AspNetCore.Components;

namespace Insiders.Web.Shell;

/// <summary>Makes components by reflection: the framework's own activator compiles an expression per type of component, seventy of them for the first page (decision 0015).</summary>
public sealed class PlainActivator(IServiceProvider services) : IComponentActivator
{
    /// <inheritdoc/>
    public IComponent CreateInstance(Type componentType)
    {
        ArgumentNullException.ThrowIfNull(componentType);
        return (IComponent)(componentType.GetConstructor(Type.EmptyTypes) is null ? ActivatorUtilities.CreateInstance(services, componentType) : Activator.CreateInstance(componentType)!);
    }
}
