using Microsoft.AspNetCore.Components;

namespace Insiders.Web.Shell;

/// <summary>Creates components by reflection. The framework's own activator compiles an expression per component type, seventy of them for the first page (decision 0015).</summary>
public sealed class PlainActivator(IServiceProvider services) : IComponentActivator
{
    /// <inheritdoc/>
    public IComponent CreateInstance(Type componentType)
    {
        ArgumentNullException.ThrowIfNull(componentType);
        return (IComponent)(componentType.GetConstructor(Type.EmptyTypes) is null ? ActivatorUtilities.CreateInstance(services, componentType) : Activator.CreateInstance(componentType)!);
    }
}
