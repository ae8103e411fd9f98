using System.Reflection;

namespace Insiders.Core.Application;

/// <summary>The version of this program.</summary>
public static class ProductVersion
{
    /// <summary>Such as <c>0.2.0</c>, without build metadata.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
