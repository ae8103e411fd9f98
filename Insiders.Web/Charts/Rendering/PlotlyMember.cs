using System.Reflection;
using System.Text.Json.Serialization;
using Plotly.Blazor;

namespace Insiders.Web.Charts.Rendering;

/// <summary>A property of one of Plotly's typed classes. They have some eighty each, of which ten are set: attributes are read of those alone.</summary>
/// <param name="property">The property.</param>
/// <param name="value">What holds its value; null where it is computed. A field is read as it is, while a getter that reflection calls twice gets code generated for it.</param>
internal sealed class PlotlyMember(PropertyInfo property, FieldInfo? value)
{
    private string? _name;
    private bool? _isNumbered;

    /// <summary>Its name in JSON.</summary>
    public string Name => _name ??= property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name;

    /// <summary>True for a list whose items are written side by side: <c>xaxis</c>, <c>xaxis2</c>, ….</summary>
    public bool IsNumbered => _isNumbered ??= property.IsDefined(typeof(SubplotAttribute));

    /// <summary>The properties of a class, in its order.</summary>
    public static PlotlyMember[] Of(Type type)
    {
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).ToDictionary(field => field.Name, StringComparer.Ordinal);
        return [.. type.GetProperties().Select(property => new PlotlyMember(property, fields.GetValueOrDefault($"<{property.Name}>k__BackingField")))];
    }

    /// <summary>Its value in an object; null where it is not set.</summary>
    public object? In(object owner) => value is null ? property.GetValue(owner) : value.GetValue(owner);
}
